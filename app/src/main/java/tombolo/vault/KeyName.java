package tombolo.vault;

import java.util.UUID;

/** Whose key it is, and what for. */
record KeyName(Kind kind, UUID practice, UUID holder) {

    /** What a key is for. */
    enum Kind {
        /** Seals a practice's own words and wraps its people's keys; wrapped by the root key. */
        PRACTICE,
        /** Makes the blind index of a practice; wrapped by the root key. */
        INDEX,
        /** Seals one person's words; wrapped by the practice's key. */
        PERSON
    }

    static KeyName of(PracticeId practice) {
        return new KeyName(Kind.PRACTICE, practice.value(), practice.value());
    }

    static KeyName index(PracticeId practice) {
        return new KeyName(Kind.INDEX, practice.value(), practice.value());
    }

    static KeyName of(PracticeId practice, PersonId person) {
        return new KeyName(Kind.PERSON, practice.value(), person.value());
    }

    /** The end of a version 7 UUID is random, so the folders fill evenly. */
    String file() {
        String name = holder.toString();
        return switch (kind) {
            case PRACTICE -> practice + "/practice.key";
            case INDEX -> practice + "/index.key";
            case PERSON -> practice + "/people/" + name.substring(name.length() - 2) + "/" + name + ".key";
        };
    }
}
