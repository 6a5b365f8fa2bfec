package tombolo.week;

import java.util.UUID;

/** Which entry of the mood log. */
public record MoodId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
