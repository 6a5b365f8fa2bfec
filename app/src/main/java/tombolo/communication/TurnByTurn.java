package tombolo.communication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tombolo.techniques.Answers;
import tombolo.techniques.Picture;
import tombolo.techniques.Picture.Part;
import tombolo.techniques.Picture.Turn;
import tombolo.techniques.Question.Turns;

/** A talk turn by turn: laid out from what was told in two lines, or pasted, and drawn in two lanes. */
final class TurnByTurn {
    static final Turns EXCHANGE = new Turns("exchange", List.of("tone", "felt", "wanted", "meant", "heard"), 10, true);

    private static final String MARKED = "turning";
    private static final int LONGEST_TURN = 300;

    private TurnByTurn() {}

    /**
     * With what was pasted behind what was told, as many turns as fit.
     *
     * @param fromTheFirst whether the first of too many are kept, and not the last
     */
    static Answers laid(Answers typed, List<PastedTalk.Line> lines, boolean fromTheFirst) {
        List<Map<String, String>> pasted = lines.stream()
                .map(line -> turn(line.mine(), fitting(line.said())))
                .toList();
        List<Map<String, String>> all = together(told(typed), pasted);
        int from = fromTheFirst ? 0 : Math.max(0, all.size() - EXCHANGE.most());
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (int i = from; i < Math.min(all.size(), from + EXCHANGE.most()); i++) {
            int turn = i - from + 1;
            all.get(i).forEach((part, said) -> {
                if (part.equals(MARKED)) {
                    kept.put(EXCHANGE.turning(), List.of(Integer.toString(turn)));
                } else {
                    kept.put(EXCHANGE.field(turn, part), List.of(said));
                }
            });
        }
        return new Answers(kept);
    }

    private static Map<String, String> turn(boolean mine, String said) {
        Map<String, String> turn = new LinkedHashMap<>();
        turn.put(Turns.WHO, mine ? Turns.ME : Turns.THEM);
        turn.put(Turns.SAID, said);
        return turn;
    }

    /**
     * A turn that was told and is among what was pasted, be it in part, stands there once, in the words that were pasted: what was
     * said of it, and that it was marked, goes there.
     */
    private static List<Map<String, String>> together(
            List<Map<String, String>> typed, List<Map<String, String>> pasted) {
        List<Map<String, String>> all = new ArrayList<>();
        List<Map<String, String>> untold = new ArrayList<>(pasted);
        for (Map<String, String> turn : typed) {
            Optional<Map<String, String>> again =
                    untold.stream().filter(one -> isAmong(turn, one)).findFirst();
            again.ifPresent(one -> {
                turn.forEach(one::putIfAbsent);
                untold.removeIf(other -> other == one);
            });
            if (again.isEmpty()) {
                all.add(turn);
            }
        }
        all.addAll(pasted);
        return all;
    }

    private static boolean isAmong(Map<String, String> told, Map<String, String> pasted) {
        String line = bare(told.getOrDefault(Turns.SAID, ""));
        String whole = bare(pasted.getOrDefault(Turns.SAID, ""));
        return Objects.equals(told.get(Turns.WHO), pasted.get(Turns.WHO))
                && !line.isEmpty()
                && (whole.equals(line) || line.contains(" ") && (" " + whole + " ").contains(" " + line + " "));
    }

    /** Without what is written differently from memory. */
    private static String bare(String said) {
        return said.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}()]+", " ")
                .strip();
    }

    /** The turns that were typed already, part by part; which was marked as the turning point is a part of it. */
    static List<Map<String, String>> told(Answers typed) {
        return IntStream.rangeClosed(1, EXCHANGE.most())
                .mapToObj(turn -> {
                    Map<String, String> parts = new LinkedHashMap<>();
                    Stream.concat(Stream.of(Turns.WHO, Turns.SAID), EXCHANGE.parts().stream())
                            .filter(part -> typed.has(EXCHANGE.field(turn, part)))
                            .forEach(part -> parts.put(part, typed.one(EXCHANGE.field(turn, part))));
                    if (!parts.isEmpty() && typed.one(EXCHANGE.turning()).equals(Integer.toString(turn))) {
                        parts.put(MARKED, "");
                    }
                    return parts;
                })
                .filter(parts -> !parts.isEmpty())
                .toList();
    }

    private static String fitting(String said) {
        return said.length() <= LONGEST_TURN ? said : said.substring(0, LONGEST_TURN - 1) + "…";
    }

    /** With what each of them said last, where it was told turn by turn. */
    static Answers inTwoLines(Answers before) {
        return before.with("they", last(before, Turns.THEM)).with("mine", last(before, Turns.ME));
    }

    private static String last(Answers answers, String who) {
        return told(answers).reversed().stream()
                .filter(turn -> who.equals(turn.get(Turns.WHO)))
                .map(turn -> turn.getOrDefault(Turns.SAID, ""))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The talk turn by turn begins with the two turns that were told. */
    static Answers ofTwoLines(Answers before) {
        if (!before.has("they")) {
            return before;
        }
        return before.with(EXCHANGE.field(1, Turns.WHO), Turns.THEM)
                .with(EXCHANGE.field(1, Turns.SAID), onOneLine(before.one("they")))
                .with(EXCHANGE.field(2, Turns.WHO), before.has("mine") ? Turns.ME : "")
                .with(EXCHANGE.field(2, Turns.SAID), onOneLine(before.one("mine")))
                .with(EXCHANGE.turning(), turningOf(before));
    }

    private static String onOneLine(String words) {
        return fitting(words.replaceAll("\\s+", " "));
    }

    private static String turningOf(Answers answers) {
        return switch (answers.one(MARKED)) {
            case "they" -> "1";
            case "mine", "unsaid" -> answers.has("mine") ? "2" : "";
            default -> "";
        };
    }

    /** In two lanes; empty while nothing was told. */
    static Optional<Picture> drawn(Answers answers) {
        List<Turn> turns = new ArrayList<>();
        IntStream.rangeClosed(1, EXCHANGE.most())
                .filter(turn -> answers.has(EXCHANGE.field(turn, Turns.SAID)))
                .forEach(turn -> turns.add(turn(turn, answers)));
        if (turns.isEmpty() && answers.has("they")) {
            String turning = answers.one(MARKED);
            turns.add(new Turn(false, answers.one("they"), List.of(), turning.equals("they")));
            turns.add(
                    new Turn(true, answers.one("mine"), List.of(), turning.equals("mine") || turning.equals("unsaid")));
        }
        return turns.isEmpty() ? Optional.empty() : Optional.of(new Picture.Lanes(turns));
    }

    private static Turn turn(int turn, Answers answers) {
        List<Part> parts = EXCHANGE.parts().stream()
                .filter(part -> answers.has(EXCHANGE.field(turn, part)))
                .map(part -> new Part("communication.exchange." + part, answers.one(EXCHANGE.field(turn, part))))
                .toList();
        String said = answers.one(EXCHANGE.field(turn, Turns.SAID));
        boolean mine = answers.one(EXCHANGE.field(turn, Turns.WHO)).equals(Turns.ME);
        return new Turn(mine, said, parts, isTurning(turn, said, answers));
    }

    /** At any turn they marked; while none is marked, where the words are those they named before. */
    private static boolean isTurning(int turn, String said, Answers answers) {
        return answers.has(EXCHANGE.turning())
                ? answers.one(EXCHANGE.turning()).equals(Integer.toString(turn))
                : answers.has(MARKED)
                        && said.equals(answers.one(answers.one(MARKED).equals("they") ? "they" : "mine"));
    }
}
