package tombolo.techniques;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is named in a plan is asked about, however people write on a phone. */
class NameInWordsUnitTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tell my brother (Tom) to leave | Tom
            Tell Mark no                   | mark
            Tell Will no                   | Will Smith
            tell bob no                    | Bob
            tell sue no                    | Sue
            Tell Tom no                    | tom smith
            Tell Peter no                  | Dad (Peter)
            tell dad no                    | Dad (Peter)
            Tell Mum no                    | My mum
            Ask Tom's opinion              | Tom
            TELL MAY                       | May
            tell will no                   | Will
            Talk to mark on Sunday         | Mark
            Tell Anne no                   | Anne-Marie
            Tell Tom no                    | my friend tom smith
            Tell Tom no                    | tom from work
            """)
    void findsWhoeverIsMeant(String plan, String name) {
        assertThat(NameInWords.stands(plan, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I will hope for the best   | Will
            Go to the market           | Mark
            Buy tomatoes               | Tom
            Walk after work on Tuesday | A friend from work there
            """)
    void findsNobodyInOtherWords(String plan, String name) {
        assertThat(NameInWords.stands(plan, name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tell Dan tonight it has to stop     | Dan
            talk to my dad                      | Dad (Peter)
            Dan, I want you to stop             | Dan
            Say no to Dan                       | Dan
            I will stand up to Dan              | Dan
            Ask Joan to come when I tell Dan    | Dan
            Tell Mum and Dan that I move out    | Dan
            Tell both Mum and Dan               | Dan
            Have a word with Dan                | Dan
            Write a letter to Dan               | Dan
            Talk it through with Dan            | Dan
            Explain to Dan that it has to stop  | Dan
            Send Dan a text that I won't come   | Dan
            """)
    void knowsToWhomSomethingIsToBeSaid(String plan, String name) {
        assertThat(NameInWords.isSpokenTo(plan, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tell Joan what Dan did              | Dan
            Go to my sister when Dan starts     | Dan
            Talk with Joan about Dan            | Dan
            Tell Danielle no                    | Dan
            Stay away from Dan                  | Dan
            Write down what Dan did             | Dan
            """)
    void tellingOfSomebodyIsNotTellingThem(String plan, String name) {
        assertThat(NameInWords.isSpokenTo(plan, name)).isFalse();
    }
}
