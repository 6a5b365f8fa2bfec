package tombolo.formulation;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tombolo.formulation.Agreement.Side;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/**
 * One version of what person and therapist think the problem is. A version is never changed: whoever writes further writes the
 * next one, and that one waits for both to agree again. Only a version both have agreed to is what was agreed.
 *
 * @param id the row its words are sealed to
 * @param version 1 for the first
 * @param agreements one for each side that has agreed to this version
 * @param takenBack what the person had agreed to and took back, the first first
 */
public record Formulation(
        UUID id,
        PersonId person,
        int version,
        Sentences sentences,
        AccountId writtenBy,
        Instant writtenAt,
        List<Agreement> agreements,
        List<TakenBack> takenBack) {

    public Formulation {
        agreements = List.copyOf(agreements);
        takenBack = List.copyOf(takenBack);
    }

    /** A yes of the person's that counts no more. */
    public record TakenBack(Agreement yes, Instant at) {}

    /** What is said, sentence by sentence; what was left out is absent. */
    public record Sentences(Map<Sentence, String> said) {
        /** Characters in one of them. */
        public static final int LONGEST = 1500;

        /** Nothing said yet. */
        public static final Sentences NONE = new Sentences(Map.of());

        public Sentences {
            Map<Sentence, String> ordered = new EnumMap<>(Sentence.class);
            said.forEach((sentence, words) -> {
                if (words.length() > LONGEST) {
                    throw new IllegalArgumentException("A sentence has " + LONGEST + " characters at most");
                }
                if (!words.isBlank()) {
                    ordered.put(sentence, words.strip());
                }
            });
            said = Collections.unmodifiableMap(ordered);
        }

        public boolean isNone() {
            return said.isEmpty();
        }

        public String at(Sentence sentence) {
            return said.getOrDefault(sentence, "");
        }

        /** Confidential: nothing of it may get into a log by accident. */
        @Override
        public String toString() {
            return "(confidential)";
        }
    }

    public Optional<Agreement> agreement(Side side) {
        return agreements.stream().filter(one -> one.side() == side).findFirst();
    }

    /** Both have said yes to exactly these words. */
    public boolean isAgreed() {
        return agreedAt().isPresent();
    }

    /** When the second of the two agreed. */
    public Optional<Instant> agreedAt() {
        return agreement(Side.PERSON)
                .flatMap(person -> agreement(Side.THERAPIST)
                        .map(therapist -> person.at().isAfter(therapist.at()) ? person.at() : therapist.at()));
    }
}
