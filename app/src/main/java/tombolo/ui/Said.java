package tombolo.ui;

import java.util.List;

/** Something to tell a person, by its text key, before we know the language it will be told in. */
public record Said(String key, List<Object> arguments) {
    /** A text with its arguments. */
    public static Said of(String key, Object... arguments) {
        return new Said(key, List.of(arguments));
    }
}
