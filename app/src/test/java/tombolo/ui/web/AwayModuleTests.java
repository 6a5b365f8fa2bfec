package tombolo.ui.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestPractice;

/** The database goes away while the application runs: help, the public pages and the way out go on. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(AwayModuleTests.Plug.class)
class AwayModuleTests {
    private final Plug plug;
    private final ApplicationContext context;

    @LocalServerPort
    private int port;

    private TestBrowser browser;
    private String cookie;

    AwayModuleTests(Plug plug, ApplicationContext context) {
        this.plug = plug;
        this.context = context;
    }

    @BeforeEach
    void somebodyIsSignedInWhenItGoes() {
        TestPractice practice = new TestPractice(context);
        cookie = practice.cookie(practice.person("anna@example.org").id());
        browser = new TestBrowser(port, practice.host());
        plug.pulled = true;
    }

    @AfterEach
    void backAgain() {
        plug.pulled = false;
    }

    @Test
    void publicPagesAndHelpGoOn() {
        for (String page : List.of(
                "/", "/how-it-helps", "/about-privacy", "/safe-browsing", "/help-now", "/help-now.js", "/check-in")) {
            assertThat(browser.get(page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(browser.post("/check-in", Map.of("signs", "heard")).body()).contains("Nobody quite hears me.");
    }

    @Test
    void theWayOutGoesOnForSomebodySignedInToo() {
        HttpResponse<String> left = browser.cookie(cookie).get("/leave");
        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(left.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\"");
        assertThat(left.headers().allValues("Set-Cookie")).anyMatch(set -> set.startsWith("__Host-my=;"));
    }

    @Test
    void aClosedPageSaysSoAndShowsHelp() {
        HttpResponse<String> page = browser.cookie(cookie).get("/my/sign-ins");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("We cannot reach this part just now", "tel:999");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void whatWasTypedIsGivenBackToCopyAndSecretsAreNot() {
        HttpResponse<String> page = browser.cookie(cookie)
                .post(
                        "/my/anything",
                        Map.of("hard", "The night he did not come", "password", "seven gulls on one post"));
        assertThat(page.statusCode()).isGreaterThanOrEqualTo(403);
        assertThat(page.body()).contains("The night he did not come").doesNotContain("seven gulls");
    }

    /** Between the application and its database. */
    static final class Plug implements BeanPostProcessor {
        private volatile boolean pulled;

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource source && name.equals("dataSource")
                    ? new DelegatingDataSource(source) {
                        @Override
                        public Connection getConnection() throws SQLException {
                            if (pulled) {
                                throw new SQLTransientConnectionException("the database is away");
                            }
                            return super.getConnection();
                        }
                    }
                    : bean;
        }
    }
}
