package tombolo.ui.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a page gives back when it cannot be: never what is typed unseen. */
class SecretFieldsUnitTests {
    private static final Pattern CALL = Pattern.compile("@template\\.ui\\.field\\([^\\n]*type = \"password\"[^\\n]*");
    private static final Pattern NAME = Pattern.compile("[( ]name = \"([^\"]+)\"");

    @Test
    void noFieldThatIsTypedUnseenIsGivenBack() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            assertThat(templates.filter(Files::isRegularFile).flatMap(SecretFieldsUnitTests::typedUnseen))
                    .isNotEmpty()
                    .allMatch(FailureController::isSecret);
        }
        assertThat(FailureController.isSecret("words")).isFalse();
    }

    private static Stream<String> typedUnseen(Path template) {
        try {
            return CALL.matcher(Files.readString(template))
                    .results()
                    .map(MatchResult::group)
                    .flatMap(call -> NAME.matcher(call).results().map(found -> found.group(1)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
