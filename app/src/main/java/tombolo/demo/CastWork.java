package tombolo.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.Inventories;
import tombolo.inventory.RelationshipId;
import tombolo.techniques.Answers;
import tombolo.techniques.Piece;
import tombolo.techniques.Pieces;
import tombolo.techniques.SafeToSay;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.techniques.Techniques;

/** What the cast have worked on between their sessions: some of it whole, some of it half-done. */
@Component
@Profile("demo")
@Order(65)
class CastWork implements Story {
    private final Pieces pieces;
    private final Techniques techniques;
    private final Inventories inventories;

    CastWork(Pieces pieces, Techniques techniques, Inventories inventories) {
        this.pieces = pieces;
        this.techniques = techniques;
        this.inventories = inventories;
    }

    @Override
    public void week(int ago, Told told) {
        switch (ago) {
            case 3 ->
                annaAndDan(
                        told,
                        "On Tuesday, when he came in after ten.",
                        "Is there anything to eat?",
                        "It is in the oven.",
                        "assumed-said");
            case 1 -> {
                annaAndDan(
                        told,
                        "Last night, over the washing.",
                        "I was going to do it.",
                        "I have done it now.",
                        "went-quiet");
                ravi(told);
            }
            case 0 -> anna(told);
            default -> {}
        }
    }

    private void annaAndDan(Told told, String moment, String his, String hers, String pattern) {
        new Working(told, Cast.ANNA, "communication", "Dan")
                .says("moment", "moment", moment)
                .says("words", "they", his, "mine", hers)
                .says("turning", "turning", "unsaid")
                .isSafe()
                .says(
                        "lines",
                        "line",
                        "I was lonely tonight. Could we sit down for ten minutes?",
                        "other-line",
                        "How was your day?")
                .says("plan", "day", "Tomorrow, when Finn sleeps")
                .says("patterns", "patterns", pattern);
    }

    private void anna(Told told) {
        new Working(told, Cast.ANNA, "communication", "Mum")
                .says("moment", "moment", "On Sunday in her kitchen, while Finn cried.")
                .says(
                        "words",
                        "they",
                        "You were never picked up so much.",
                        "mine",
                        "I said nothing and took him outside.");
        new Working(told, Cast.ANNA, "needs", "Dan")
                .says("need", "need", "support")
                .says("gap", "now", "1", "wanted", "3", "aloud", "partly")
                .says("sentence", "sentence", "An hour a week that is mine, without having to ask each time.")
                .isSafe()
                .says(
                        "request",
                        "request",
                        "The hour on Saturday did me good. Would you take Finn every Saturday at ten?",
                        "day",
                        "Sunday, when Finn sleeps")
                .says("all", "all-understanding-now", "2", "all-understanding-wanted", "4");
    }

    private void ravi(Told told) {
        new Working(told, Cast.RAVI, "communication", "My wife")
                .says("moment", "moment", "Tuesday at supper, about my hours.")
                .says("words", "they", "You could have rung.", "mine", "I have a job, you know.")
                .says("turning", "turning", "mine")
                .isSafe()
                .says(
                        "lines",
                        "line",
                        "I should have rung. Could we eat at eight on Tuesdays?",
                        "other-line",
                        "What was it like to wait for me tonight?")
                .says("plan", "day", "Next Tuesday, before I sit down")
                .says(
                        "exchange",
                        "exchange-1-who",
                        "them",
                        "exchange-1-said",
                        "You could have rung.",
                        "exchange-1-heard",
                        "That I do not care about the evening.",
                        "exchange-2-who",
                        "me",
                        "exchange-2-said",
                        "I have a job, you know.",
                        "exchange-2-felt",
                        "Caught out",
                        "exchange-2-meant",
                        "I was sorry, and did not say it.")
                .says("patterns", "patterns", "defended");
    }

    /** One of the cast, at one piece of work. */
    private final class Working {
        private final Told told;
        private final Cast who;
        private final Technique how;
        private Piece piece;

        Working(Told told, Cast who, String technique, String with) {
            this.told = told;
            this.who = who;
            this.how = techniques.find(technique).orElseThrow();
            RelationshipId about = Objects.requireNonNull(circles().get(with), with);
            this.piece = pieces.visibleTo(told.viewer(who))
                    .begin(
                            told.person(who),
                            how,
                            Optional.of(about),
                            new Answers(Map.of("who", List.of(about.value().toString()))));
        }

        /** @param said fields and what is said in them, in turn */
        Working says(String step, String... said) {
            Map<String, List<String>> answers = new LinkedHashMap<>();
            for (int i = 0; i < said.length; i += 2) {
                answers.put(said[i], List.of(said[i + 1]));
            }
            Step one = how.steps().stream()
                    .filter(it -> it.id().equals(step))
                    .findFirst()
                    .orElseThrow();
            piece = pieces.visibleTo(told.viewer(who))
                    .say(
                            told.person(who),
                            piece.id(),
                            piece.version(),
                            how,
                            one,
                            new Answers(answers),
                            Optional.empty());
            return this;
        }

        Working isSafe() {
            pieces.visibleTo(told.viewer(who)).answer(piece, SafeToSay.Answer.SAFE);
            return this;
        }

        private Map<String, RelationshipId> circles() {
            return inventories.visibleTo(told.viewer(who)).toCompare(told.person(who)).people().stream()
                    .collect(Collectors.toMap(one -> one.name().words(), one -> one.id()));
        }
    }
}
