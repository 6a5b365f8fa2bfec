package tombolo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules keep to what each says it may use, and the picture of them in docs/architecture is true. */
class ModularityTests {
    private static final Path PICTURE = Path.of("../docs/architecture/README.md");
    private static final ApplicationModules MODULES =
            ApplicationModules.of(Tombolo.class, JavaClass.Predicates.resideInAPackage("tombolo.jte.."));

    @Test
    void modulesUseOnlyWhatTheySayTheyUse() {
        MODULES.verify();
    }

    @Test
    void thePictureOfTheModulesIsTrue() throws IOException {
        String drawn = draw();
        String kept = Files.exists(PICTURE) ? Files.readString(PICTURE) : "";
        if (!drawn.equals(kept)) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, drawn);
        }
        assertThat(kept)
                .as("docs/architecture/README.md was out of date; it has been redrawn, commit it")
                .isEqualTo(drawn);
    }

    private static String draw() throws IOException {
        List<ApplicationModule> modules = MODULES.stream()
                .sorted(Comparator.comparing(module -> module.getIdentifier().toString()))
                .toList();
        StringBuilder text = new StringBuilder(
                "# The modules\n\nDrawn by `ModularityTests` from the code; do not edit by hand.\n\n```mermaid\nflowchart TD\n");
        for (ApplicationModule module : modules) {
            module.getDirectDependencies(MODULES)
                    .uniqueModules()
                    .map(ApplicationModule::getIdentifier)
                    .map(Object::toString)
                    .filter(used -> !used.equals(module.getIdentifier().toString()))
                    .sorted()
                    .forEach(used -> text.append("  %s --> %s%n".formatted(module.getIdentifier(), used)));
        }
        text.append("```\n\n| module | what it is |\n|---|---|\n");
        for (ApplicationModule module : modules) {
            text.append("| `%s` | %s |%n".formatted(module.getIdentifier(), sentence(module)));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String sentence(ApplicationModule module) throws IOException {
        Path inside = Path.of(module.getBasePackage().getName().replace('.', '/'), "package-info.java");
        Path own = Path.of("src/main/java").resolve(inside);
        Path file = Files.exists(own)
                ? own
                : Path.of("../instruments/src/main/java").resolve(inside);
        Matcher words = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL).matcher(Files.readString(file));
        assertThat(words.find())
                .as(file + " says in a sentence what the module is")
                .isTrue();
        return words.group(1)
                .replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                .strip();
    }
}
