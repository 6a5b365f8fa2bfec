package tombolo.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a day in a form, and what is a slip of the hand. */
class TypedDayUnitTests {

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2028-02-29", "2999-12-31", " 2026-11-29 "})
    void isAnyDayOfALife(String typed) {
        assertThat(TypedDay.read(typed)).contains(LocalDate.parse(typed.strip()));
        assertThat(TypedDay.moment(typed.strip() + "T01:30")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "2026-02-31", "2027-02-29", "1899-12-31", "3000-01-01", "0026-11-29", "+20261-11-29"
            })
    void isNoneWhereTheHandSlipped(String typed) {
        assertThat(TypedDay.read(typed)).isEmpty();
        assertThat(TypedDay.moment(typed + "T01:30")).isEmpty();
    }

    @Test
    void hasAClockOnlyWhereOneWasTyped() {
        assertThat(TypedDay.moment("2026-11-29")).isEmpty();
        assertThat(TypedDay.read("2026-11-29T10:00")).isEmpty();
    }
}
