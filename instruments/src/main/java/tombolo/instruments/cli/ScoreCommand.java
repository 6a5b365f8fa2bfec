package tombolo.instruments.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tombolo.instruments.Answers;
import tombolo.instruments.Band;
import tombolo.instruments.CutOff;
import tombolo.instruments.Instrument;
import tombolo.instruments.Instruments;
import tombolo.instruments.Item;
import tombolo.instruments.Option;
import tombolo.instruments.Score;
import tombolo.instruments.Scored;
import tombolo.instruments.Unscorable;

/** {@code score MEASURE}: answers in, one row a line; totals, bands, cases and risk answers out. */
final class ScoreCommand {
    static final String USAGE = """
            score MEASURE [--out FILE] < answers.csv

            In:  id,1,2,...,n   one row a person; cells are the values printed on the form, as printed;
                                blank or NA is an answer that is missing
            Out: id,total,band,case,risk,answered,note
            """;

    private ScoreCommand() {}

    /** What a person scoring one questionnaire must know: its values, its bands and cut-off, and where they come from. */
    static String about(String id) {
        Instrument instrument = named(id);
        StringBuilder about = new StringBuilder(USAGE).append('\n');
        about.append(instrument.name())
                .append(": ")
                .append(instrument.measures())
                .append('\n');
        line(about, "Published in", instrument.source());
        instrument.coding().ifPresent(coding -> line(about, "Values", coding));
        Item first = instrument.total().items().getFirst();
        line(
                about,
                "Columns",
                instrument.total().items().size() + " items, values " + first.lowest() + " to " + first.highest());
        line(
                about,
                "Total",
                instrument.total().lowest() + " to " + instrument.total().highest());
        if (!instrument.total().bands().isEmpty()) {
            line(
                    about,
                    "Bands",
                    instrument.total().bands().stream()
                            .map(band -> band.key() + " from " + band.from())
                            .collect(Collectors.joining(", ")));
        }
        instrument
                .total()
                .cutOff()
                .ifPresent(cutOff -> line(
                        about,
                        "Case",
                        (cutOff.side() == CutOff.Side.AT_LEAST ? "from " : "up to ") + cutOff.at() + " ("
                                + cutOff.source() + ")"));
        instrument.notes().forEach(note -> line(about, "Note", note));
        return about.toString();
    }

    private static void line(StringBuilder about, String what, String text) {
        about.append(what).append(": ").append(text).append('\n');
    }

    static void run(Arguments arguments, InputStream in, Output out, PrintStream err) {
        Instrument instrument = named(arguments.positional("MEASURE"));
        instrument.coding().ifPresent(coding -> err.println("score: " + instrument.id() + ": " + coding));
        new AnswerTable(instrument, out).read(in);
    }

    private static Instrument named(String id) {
        return Instruments.bundled(id)
                .orElseThrow(() -> new BadInput(
                        "expected one of " + String.join(", ", Instruments.bundledIds()) + ", found '" + id + "'"));
    }

    /** The answers of many people to one questionnaire. */
    private static final class AnswerTable extends Table {
        private final Instrument instrument;
        private final Output out;
        private final Item[] items;
        private final String[] expected;
        private final int[] values;
        private List<String> itemNames = List.of();
        private String person = "";

        AnswerTable(Instrument instrument, Output out) {
            this.instrument = instrument;
            this.out = out;
            this.items = instrument.total().items().toArray(Item[]::new);
            this.values = new int[items.length];
            this.expected = Stream.of(items).map(AnswerTable::expectedValues).toArray(String[]::new);
        }

        private static String expectedValues(Item item) {
            List<Integer> values =
                    item.options().stream().map(Option::value).sorted().toList();
            return values.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ", or blank or NA for no answer";
        }

        @Override
        String expectedHeader() {
            return "id," + String.join(",", counted());
        }

        /** The columns are numbered 1 to n, or as the form numbers its scored questions. */
        @Override
        void header(List<String> names) {
            List<String> counted = counted();
            List<String> printed = Stream.of(items)
                    .map(item -> Integer.toString(item.number()))
                    .toList();
            List<String> found = names.stream().map(String::strip).toList();
            itemNames = found.size() > 1 && found.get(1).equals(printed.getFirst()) ? printed : counted;
            for (int i = 0; i <= itemNames.size(); i++) {
                String wanted = i == 0 ? "id" : itemNames.get(i - 1);
                String actual = i < found.size() ? "'" + Latin1.toText(found.get(i)) + "'" : "the end of the line";
                if (i >= found.size() || !found.get(i).equals(wanted)) {
                    throw headerFault(i, "'" + wanted + "' of the header " + expectedHeader() + ", found " + actual);
                }
            }
            if (found.size() > itemNames.size() + 1) {
                throw headerFault(
                        itemNames.size() + 1,
                        "the end of the header " + expectedHeader() + ": " + instrument.id() + " has " + items.length
                                + " scored items");
            }
            out.plain("id")
                    .plain("total")
                    .plain("band")
                    .plain("case")
                    .plain("risk")
                    .plain("answered")
                    .plain("note");
            out.endRow();
        }

        private List<String> counted() {
            List<String> counted = new ArrayList<>();
            for (int i = 1; i <= items.length; i++) {
                counted.add(Integer.toString(i));
            }
            return counted;
        }

        @Override
        String name(int column) {
            return column == 0 ? "id" : column <= itemNames.size() ? "item " + itemNames.get(column - 1) : "";
        }

        @Override
        void cell(int column, char[] text, int from, int length) {
            if (column == 0) {
                person = new String(text, from, length);
                return;
            }
            int value = length == 1 ? text[from] - '0' : digits(text, from, length);
            if (value >= 0 && items[column - 1].offers(value)) {
                values[column - 1] = value;
            } else if (isBlank(text, from, length) || is("NA", text, from, length)) {
                values[column - 1] = Answers.UNANSWERED;
            } else {
                refuse(column, expected[column - 1], text, from, length);
            }
        }

        @Override
        void row() {
            Scored scored = instrument.score(instrument.scoredAnswers(values));
            out.text(person);
            switch (scored) {
                case Score score -> {
                    out.plain(score.total().toString());
                    out.plain(score.band().map(Band::key).orElse(""));
                    out.plain(score.atCaseness().map(yes -> yes ? "yes" : "no").orElse(""));
                }
                case Unscorable _ -> out.blank().blank().blank();
            }
            out.plain(risk(scored)).number(scored.answered());
            if (scored instanceof Unscorable unscorable) {
                out.plain(missing(unscorable));
            } else {
                out.blank();
            }
            out.endRow();
        }

        private static String risk(Scored scored) {
            return switch (scored.risk()) {
                case NOT_ASKED -> "";
                case UNANSWERED -> "unanswered";
                case NOT_AT_ALL -> "no";
                case ABOVE_NOT_AT_ALL -> "yes";
            };
        }

        private String missing(Unscorable unscorable) {
            return unscorable.missing().stream()
                    .map(item -> itemNames.get(instrument.total().items().indexOf(item)))
                    .collect(Collectors.joining(" ", "missing ", ""));
        }
    }
}
