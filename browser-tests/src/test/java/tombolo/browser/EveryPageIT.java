package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every page there is, for everyone who can open it, goes through the gate: none is on a list that somebody must keep. */
class EveryPageIT {
    @Test
    void pagesForEverybody() {
        try (Visitor visitor = Visitor.onPhone(Stage.demo().base())) {
            Crawl crawl = new Crawl(visitor, "nobody signed in").from("/").ofArea("");
            assertThat(crawl.wrong()).isEmpty();
            assertThat(visitor.context().cookies())
                    .as("cookies before anybody has signed in")
                    .isEmpty();
        }
    }
}
