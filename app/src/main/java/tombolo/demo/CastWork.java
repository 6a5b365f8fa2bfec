package tombolo.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import tombolo.techniques.StepBeginnings;
import tombolo.techniques.Technique;
import tombolo.techniques.Techniques;
import tombolo.time.ProgrammeTime;

/** What the cast have worked on between their sessions: some of it whole, some of it half-done. */
@Component
@Profile("demo")
@Order(65)
class CastWork implements Story {
    private final Pieces pieces;
    private final StepBeginnings beginnings;
    private final Techniques techniques;
    private final Inventories inventories;
    private final ProgrammeTime time;

    CastWork(
            Pieces pieces,
            StepBeginnings beginnings,
            Techniques techniques,
            Inventories inventories,
            ProgrammeTime time) {
        this.pieces = pieces;
        this.beginnings = beginnings;
        this.techniques = techniques;
        this.inventories = inventories;
        this.time = time;
    }

    @Override
    public void week(int ago, Told told) {
        switch (ago) {
            case 16 -> ewa(told);
            case 11 -> raviIsStuck(told);
            case 7 -> raviTalks(told);
            case 3 -> {
                anna(told, "Teaching the little ones", "Finn’s mother");
                annaAndDan(
                        told,
                        "On Tuesday, when he came in after ten.",
                        "Is there anything to eat?",
                        "It is in the oven.",
                        "assumed-said");
            }
            case 1 -> {
                annaAndDan(
                        told,
                        "Last night, over the washing.",
                        "I was going to do it.",
                        "I have done it now.",
                        "went-quiet");
                ravi(told);
            }
            case 0 -> {
                anna(told);
                joan(told);
            }
            default -> {}
        }
    }

    private void annaAndDan(Told told, String moment, String his, String hers, String pattern) {
        new Working(told, Cast.ANNA, "communication", "Dan")
                .says("moment", "moment", moment)
                .says("words", "they", his, "mine", hers)
                .isSafe()
                .says("turning", "turning", "unsaid")
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

    /** What came before and what is now, as the two of them laid it out. */
    private void anna(Told told, String before, String now) {
        new Working(told, Cast.ANNA, "role-change", Map.of("change", List.of("baby")))
                .says("roles", "was", before, "now", now)
                .says("lost", "lost", "To be good at something, and to be told so.")
                .says("hard", "hard", "The afternoons, when nobody speaks in whole sentences.")
                .says("possible", "possible", "To see him find out what a spoon is.")
                .says("mark", "mark", "A tea with the old team, with Finn", "day", "Once the clocks have changed")
                .remembers("came", "chosen", "both")
                .says(
                        "sides",
                        "old-hard",
                        "The marking on Sundays, and never home before five.",
                        "new-good",
                        "He laughs when I come in.");
    }

    private void ewa(Told told) {
        new Working(told, Cast.EWA, "role-change", Map.of("change", List.of("move")))
                .says("roles", "was", "One who knew everybody in the street", "now", "The new one in class")
                .says("lost", "lost", "Somebody to knock at my door without a reason.")
                .says("hard", "hard", "To be slow in every sentence.")
                .says("possible", "possible", "To begin with people who do not know me as the shy one.")
                .says("mark", "mark", "Cook the soup from home for the class", "day", "The last Tuesday of the month")
                .remembers("came", "chosen", "mine")
                .says("sides", "old-good", "The market, and my own jokes.", "old-hard", "No work, and no way on.");
    }

    private void raviIsStuck(Told told) {
        new Working(told, Cast.RAVI, "dispute", "My wife")
                .says("issue", "issue", "Whether the evenings are for the house or for my work.")
                .says(
                        "wishes",
                        "mine",
                        "That she sees why I stay late.",
                        "theirs",
                        "Perhaps that I am there while the children are awake.")
                .says("stage", "stage", "stuck");
    }

    /** How it stands has changed; how it stood stays beside it. */
    private void raviTalks(Told told) {
        new Working(told, Cast.RAVI, "dispute")
                .says("stage", "stage", "talking")
                .isSafe()
                .says("next", "next", "Ask for one evening a week that is ours", "day", "Sunday, on the way home")
                .says("meet", "meet", "We both want the children to remember us at one table.");
    }

    /** A little more than a year after he died: what she has told nobody, and a day of her own to remember him. */
    private void joan(Told told) {
        LocalDate today = time.today(ZoneId.of("Europe/London"));
        new Working(told, Cast.JOAN, "grief", "My husband")
                .remembers("days", "around", "The ward, my daughter on the train, and then the long hall at home.")
                .says(
                        "between",
                        "good",
                        "He sang in the kitchen.",
                        "hard",
                        "He would not say what was wrong until it was late.")
                .says("unsaid", "unsaid", "That I was cross with him for not going to the doctor.")
                .says("others", "others", "My daughter. We talk about the boiler instead.")
                .says("since", "onset", "soon", "changed", "I do not cook. I no longer go walking on Thursdays.")
                .says(
                        "whole",
                        "early",
                        "Dancing at the hall, and the caravan.",
                        "late",
                        "The last two years he went to bed at eight.",
                        "wished",
                        "That we had gone north once more.")
                .says("farewell", "farewell", "A full kirk. I shook hands and heard nothing.", "missing", "His song.")
                .says(
                        "remember",
                        "ritual",
                        "I walk to the pier with his cap",
                        "yearly",
                        DateTimeFormatter.ofPattern("d MMMM", Locale.UK).format(today.plusDays(10)));
    }

    private void ravi(Told told) {
        new Working(told, Cast.RAVI, "communication", "My wife")
                .says("moment", "moment", "Tuesday at supper, about my hours.")
                .says("words", "they", "You could have rung.", "mine", "I have a job, you know.")
                .isSafe()
                .says("turning", "turning", "mine")
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
            this.piece = begun(
                    Optional.of(about),
                    new Answers(Map.of("who", List.of(about.value().toString()))));
        }

        /** About nobody but themself. */
        Working(Told told, Cast who, String technique, Map<String, List<String>> first) {
            this.told = told;
            this.who = who;
            this.how = techniques.find(technique).orElseThrow();
            this.piece = begun(Optional.empty(), new Answers(first));
        }

        /** Going on with what was begun. */
        Working(Told told, Cast who, String technique) {
            this.told = told;
            this.who = who;
            this.how = techniques.find(technique).orElseThrow();
            this.piece = pieces.visibleTo(told.viewer(who)).of(told.person(who)).stream()
                    .filter(one -> one.technique().equals(technique))
                    .findFirst()
                    .orElseThrow();
        }

        private Piece begun(Optional<RelationshipId> about, Answers first) {
            return pieces.visibleTo(told.viewer(who)).begin(told.person(who), how, about, first);
        }

        /** What the timeline knows stands in the step already; this is said besides. */
        Working remembers(String step, String... said) {
            Step one = step(step);
            Answers known = beginnings.visibleTo(told.viewer(who)).of(piece, how, one);
            List<String> all = new ArrayList<>(List.of(said));
            one.fields().stream()
                    .filter(field -> known.has(field) && !all.contains(field))
                    .forEach(field -> all.addAll(List.of(field, known.one(field))));
            return says(step, all.toArray(String[]::new));
        }

        /** @param said fields and what is said in them, in turn */
        Working says(String step, String... said) {
            Map<String, List<String>> answers = new LinkedHashMap<>();
            for (int i = 0; i < said.length; i += 2) {
                answers.put(said[i], List.of(said[i + 1]));
            }
            Step one = step(step);
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

        private Step step(String id) {
            return how.steps().stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElseThrow();
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
