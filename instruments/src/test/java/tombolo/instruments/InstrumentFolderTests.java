package tombolo.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** A folder is a questionnaire; a faulty one is refused with its file, its field and what was expected. */
class InstrumentFolderTests {
    private static final Iterable<Instrument> BUNDLED = Instruments.bundled().all();
    private static final String GOOD = """
            {
              "id": "tides",
              "name": "Tides",
              "measures": "how the tide stands",
              "period": "today",
              "source": "made up for this test",
              "licence": { "owner": "nobody", "terms": "free", "notice": "made up", "wording": "bundled" },
              "languages": ["en"],
              "options": { "height": [{ "value": 0 }, { "value": 1 }, { "value": 2 }] },
              "items": [{ "number": 1, "options": "height" }, { "number": 2, "options": "height" }],
              "reversed": [2],
              "scoring": { "kind": "sum" },
              "missing": { "rule": "mean-of-answered", "atMost": 1, "source": "made up" },
              "better": "lower",
              "bands": [{ "key": "ebb", "from": 0 }, { "key": "flood", "from": 3 }],
              "case": { "from": 3, "source": "made up" },
              "risk": { "item": 1, "from": 1 },
              "reliableChange": { "points": 2, "source": "made up" }
            }
            """;
    private static final String WORDS = """
            title=Tides
            item.1=High?
            item.2=Low?
            option.height.0=No
            option.height.1=Some
            option.height.2=Yes
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void writeAGoodFolder() throws IOException {
        Files.createDirectory(directory.resolve("tides"));
        write("instrument.json", GOOD);
        write("LICENCE.md", "Made up.");
        write("en.properties", WORDS);
    }

    @Test
    void aFolderIsAllThatANewQuestionnaireTakes() {
        Instrument tides = Instruments.in(directory).get("tides");
        assertThat(tides.score(tides.scoredAnswers(2, 0))).hasToString("4 (flood)");
        assertThat(tides.score(tides.noAnswers().with(1, 1))).hasToString("2 (ebb)");
        assertThat(tides.wording(Locale.UK).orElseThrow().question(tides.item(1)))
                .isEqualTo("High?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "id": "tides"            | "id": "tide"                | id: expected the folder's own name, 'tides'
            "name": "Tides",         |                             | name: expected a text
            "name": "Tides"          | "name": 7                   | name: expected a text
            "name": "Tides"          | "name": " "                 | name: expected a text that is not blank
            "name": "Tides"          | "name": null                | name: expected a text
            "name": "Tides",         | "name": "Tides" "x"         | line 3: expected JSON
            "name": "Tides",         | "name": "a", "name": "b",   | line 3: expected JSON
            "name": "Tides",         | "name": "Tides", "bnads": 1,| bnads: expected no such field here
            "wording": "bundled"     | "wording": "free"           | licence.wording: expected bundled or licensed, not 'free'
            "wording": "bundled"     | "wording": "licensed"       | languages: expected none
            "languages": ["en"]      | "languages": []             | languages: expected at least one language
            "languages": ["en"]      | "languages": ["cy"]         | cy.properties: expected this file to be there
            { "value": 2 }]          | { "value": 1 }]             | options.height[2].value: expected a value not yet used in 'height', not 1
            { "value": 2 }]          | { "value": 9999 }]          | options.height: expected values within a thousand
            [{ "value": 0 }, { "value": 1 }, { "value": 2 }] | [{ "value": 0 }] | options.height: expected at least two options
            { "number": 2, "options": "height" }  | { "number": 1, "options": "height" }  | items[1].number: expected a number not yet used, not 1
            { "number": 2, "options": "height" }  | { "number": 2, "options": "depth" }   | items[1].options: expected one of [height], not 'depth'
            { "number": 2, "options": "height" }  | { "number": "2", "options": "height" }| items[1].number: expected a number
            { "number": 2, "options": "height" }  | { "number": 2.5, "options": "height" }| items[1].number: expected a whole number, not 2.5
            { "number": 2, "options": "height" }  | 2                           | items[1]: expected an object
            "reversed": [2]          | "reversed": [3]             | reversed: expected numbers of items, not [3]
            "kind": "sum"            | "kind": "product"           | scoring.kind: expected sum or mean or count, not 'product'
            "kind": "sum"            | "kind": "sum", "times": 0   | scoring.times: expected 1 or more
            "kind": "sum"            | "kind": "count"             | items: expected 'counts' on item 1
            "atMost": 1              | "atMost": 2                 | missing.atMost: expected 1 to 1, not 2
            "rule": "mean-of-answered" | "rule": "zero"            | missing.rule: expected none or mean-of-answered or counted-as-nothing, not 'zero'
            "better": "lower"        | "better": "worse"           | better: expected lower or higher, not 'worse'
            "key": "flood", "from": 3| "key": "flood", "from": 0   | bands[1].from: expected more than 0, the band before
            "key": "flood", "from": 3| "key": "flood", "from": 2.5 | bands[1].from: expected at most 0 decimals
            "case": { "from": 3,     | "case": { "from": 3, "upTo": 1, | case: expected either 'from' or 'upTo'
            "case": { "from": 3,     | "case": {                   | case: expected either 'from' or 'upTo'
            "item": 1, "from": 1     | "item": 5, "from": 1        | risk.item: expected the number of an item, not 5
            "item": 1, "from": 1     | "item": 1, "from": 0        | risk.from: expected a value above the item's lowest, not 0
            "points": 2              | "points": 0                 | reliableChange.points: expected 1 or more, not 0
            """)
    void refusesAFaultInTheData(String good, String bad, String told) throws IOException {
        assertThat(GOOD).contains(good);
        write("instrument.json", GOOD.replace(good, bad == null ? "" : bad));
        assertThatThrownBy(() -> Instruments.in(directory))
                .isInstanceOf(InstrumentRefused.class)
                .hasMessageStartingWith("tides/")
                .hasMessageContaining(told);
    }

    @Test
    void refusesAFolderWithoutItsTermsOrItsData() throws IOException {
        Files.delete(directory.resolve("tides/LICENCE.md"));
        assertThatThrownBy(() -> Instruments.in(directory))
                .hasMessageStartingWith("tides/LICENCE.md: expected this file");
        Files.delete(directory.resolve("tides/instrument.json"));
        assertThatThrownBy(() -> Instruments.in(directory))
                .hasMessage("tides/instrument.json: expected this file to be there");
    }

    @Test
    void refusesWordsWithAGapOrWithSomethingOver() throws IOException {
        write("en.properties", WORDS.replace("item.2=Low?\n", ""));
        assertThatThrownBy(() -> Instruments.in(directory)).hasMessage("tides/en.properties: item.2: expected a text");
        write("en.properties", WORDS + "item.3=Sideways?\n");
        assertThatThrownBy(() -> Instruments.in(directory))
                .hasMessageStartingWith("tides/en.properties: item.3: expected no such text");
    }

    @ParameterizedTest
    @FieldSource("BUNDLED")
    void wordsAreHereExactlyWhereTheTermsAllow(Instrument instrument) {
        assertThat(instrument.isSkeleton()).isEqualTo(!instrument.licence().bundled());
        if (!instrument.isSkeleton()) {
            Wording english = instrument.wording(Locale.ENGLISH).orElseThrow();
            assertThat(english.title()).isNotBlank();
            assertThat(instrument.items()).allSatisfy(item -> {
                assertThat(english.question(item)).isNotBlank();
                assertThat(item.options())
                        .allSatisfy(option ->
                                assertThat(english.label(item, option)).isNotBlank());
            });
        }
    }

    @Test
    void theWordsBundledAreThoseOfThePhqAndGadFamilyAndTheNationalLonelinessQuestions() {
        assertThat(BUNDLED)
                .filteredOn(instrument -> !instrument.isSkeleton())
                .extracting(Instrument::id)
                .containsExactly("gad-2", "gad-7", "ons-loneliness", "phq-2", "phq-8", "phq-9", "ucla-3");
    }

    @Test
    void theLowestAnswerOfTheGad7IsNotAtAll() {
        Instrument gad7 = Instruments.bundled("gad-7").orElseThrow();
        Item first = gad7.item(1);
        assertThat(gad7.wording(Locale.ENGLISH)
                        .orElseThrow()
                        .label(first, first.options().getFirst()))
                .isEqualTo("Not at all");
    }

    @Test
    void thePhq8HasNoQuestionOnEndingOnesLife() {
        Instrument phq8 = Instruments.bundled("phq-8").orElseThrow();
        assertThat(phq8.risk()).isEmpty();
        assertThat(phq8.items()).hasSize(8);
    }

    @Test
    void aServiceLoadsItsLicensedWordsWithEvidence() throws IOException {
        Path slot = slotWithCore10(UnaryOperator.identity());
        Instrument core10 = Instruments.bundled().withWording(slot).get("core-10");
        assertThat(core10.isSkeleton()).isFalse();
        assertThat(core10.wording(Locale.ENGLISH).orElseThrow().question(core10.item(6)))
                .isEqualTo("Question 6");
        assertThat(Instruments.bundled().get("core-10").isSkeleton()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            licence=CC BY-ND 4.0      |                       | licence: expected a text
            granted=2026-05-01        | granted=last May      | granted: expected a date such as 2026-05-01, not 'last May'
            uses=clinical, research   | uses=anything         | uses: expected some of [clinical, research, education, commercial]
            evidence=letter.txt       | evidence=lost.txt     | evidence: expected an https address or the name of a file beside it
            """)
    void refusesLicensedWordsWithoutGoodEvidence(String good, String bad, String told) throws IOException {
        Path slot = slotWithCore10(text -> text.replace(good, bad == null ? "" : bad));
        assertThatThrownBy(() -> Instruments.bundled().withWording(slot))
                .isInstanceOf(InstrumentRefused.class)
                .hasMessageStartingWith("core-10/permission.properties")
                .hasMessageContaining(told);
    }

    @Test
    void refusesLicensedWordsWithoutAnyEvidence() throws IOException {
        Path slot = slotWithCore10(UnaryOperator.identity());
        Files.delete(slot.resolve("core-10/permission.properties"));
        assertThatThrownBy(() -> Instruments.bundled().withWording(slot))
                .hasMessageContaining("core-10/permission.properties: expected evidence of permission");
    }

    @Test
    void refusesWordsForAQuestionnaireNobodyKnows() throws IOException {
        Path slot = slotWithCore10(UnaryOperator.identity());
        Files.createDirectory(slot.resolve("core-11"));
        assertThatThrownBy(() -> Instruments.bundled().withWording(slot)).hasMessageContaining("core-11");
    }

    private Path slotWithCore10(UnaryOperator<String> change) throws IOException {
        Path core10 = Files.createDirectories(directory.resolve("slot/core-10"));
        StringBuilder words = new StringBuilder("title=A title\n");
        for (int i = 1; i <= 10; i++) {
            words.append("item.").append(i).append("=Question ").append(i).append('\n');
        }
        for (int i = 0; i <= 4; i++) {
            words.append("option.frequency.")
                    .append(i)
                    .append("=Answer ")
                    .append(i)
                    .append('\n');
        }
        Files.writeString(core10.resolve("en.properties"), words);
        Files.writeString(core10.resolve("letter.txt"), "You may.");
        Files.writeString(core10.resolve("permission.properties"), change.apply("""
                licence=CC BY-ND 4.0
                grantedBy=The owner
                granted=2026-05-01
                uses=clinical, research
                evidence=letter.txt
                """));
        return directory.resolve("slot");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve("tides").resolve(file), text);
    }
}
