package tombolo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

/** The few rules of the house that a machine can keep. */
class HouseRulesTests {
    private static final JavaClasses TOMBOLO = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/jte/"))
            .importPackages("tombolo");

    @Test
    void timeComesFromProgrammeTime() {
        noClasses()
                .that()
                .resideOutsideOfPackages("tombolo.time..", "tombolo.instruments..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(TOMBOLO);
    }

    @Test
    void controllersStayInsideTheirModule() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .notBePublic()
                .andShould()
                .resideInAPackage("..web..")
                .check(TOMBOLO);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(TOMBOLO);
    }

    @Test
    void randomnessIsUnguessable() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .check(TOMBOLO);
    }

    @Test
    void cipherWorkIsLeftToTheVault() {
        noClasses()
                .that()
                .resideOutsideOfPackages("tombolo.vault..", "tombolo.continuity..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.crypto.Cipher")
                .check(TOMBOLO);
    }

    @Test
    void namesSayWhatThingsAre() {
        classes()
                .should(new ArchCondition<JavaClass>("not be called Manager, Helper, Util, Service, Dto or Impl") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean vague = type.getSimpleName().matches(".*(Manager|Helper|Utils?|Service|Dto|DTO|Impl)$")
                                && !type.getModifiers().contains(JavaModifier.SYNTHETIC);
                        if (vague) {
                            events.add(
                                    SimpleConditionEvent.violated(type, type.getName() + " needs a noun of its own"));
                        }
                    }
                })
                .check(TOMBOLO);
    }

    /** A way to run IPT is a file; only the people of the demo walk one by name. */
    @Test
    void noVariantIsKnownByName() throws IOException {
        List<String> variants = files(Path.of("src/main/resources/variants"), ".json")
                .map(file -> "\"" + file.getFileName().toString().replace(".json", "") + "\"")
                .toList();
        assertThat(variants).isNotEmpty();
        Path code = Path.of("src/main/java/tombolo");
        for (Path file : files(code, ".java")
                .filter(it -> !it.startsWith(code.resolve("demo")))
                .toList()) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain(variants);
        }
    }

    private static Stream<Path> files(Path under, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(under)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        }
    }
}
