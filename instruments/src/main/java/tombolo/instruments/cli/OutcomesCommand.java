package tombolo.instruments.cli;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tombolo.instruments.Contact;
import tombolo.instruments.CourseContacts;
import tombolo.instruments.CourseOutcome;
import tombolo.instruments.OutcomeRules;
import tombolo.instruments.Rate;
import tombolo.instruments.ServiceOutcomes;

/** {@code outcomes}: scored contacts in; one row a course, or the service's rates, out. */
final class OutcomesCommand {
    private static final List<String> HEADER = List.of("course", "date", "phq9", "gad7", "discharged");
    private static final String KIND = "kind";

    private OutcomesCommand() {}

    static String usage() {
        return """
                outcomes [--summary] [--out FILE] < contacts.csv

                In:  course,date,phq9,gad7,discharged[,kind]   one row a contact, in any order;
                     dates as 2026-05-01; discharged yes on any row of a course that ended;
                     kind treatment (also when blank) or assessment
                Out: course,first_phq9,last_phq9,first_gad7,last_gad7,finished,case_at_start,recovered,
                     reliable_improvement,reliable_deterioration,reliable_recovery
                     or with --summary: measure,numerator,denominator,rate

                """ + "NHS Talking Therapies rules: " + OutcomeRules.nhs().thresholds() + ".\n";
    }

    static void run(Arguments arguments, InputStream in, Output out) {
        arguments.noPositional();
        ContactTable contacts = new ContactTable();
        contacts.read(in);
        if (arguments.has("--summary")) {
            summary(contacts.courses, out);
        } else {
            courses(contacts.courses, out);
        }
    }

    private static void courses(Map<String, CourseContacts> courses, Output out) {
        OutcomeRules rules = OutcomeRules.nhs();
        row(
                out,
                "course",
                "first_phq9",
                "last_phq9",
                "first_gad7",
                "last_gad7",
                "finished",
                "case_at_start",
                "recovered",
                "reliable_improvement",
                "reliable_deterioration",
                "reliable_recovery");
        courses.forEach((course, contacts) -> {
            CourseOutcome outcome = rules.outcomeOf(contacts);
            out.text(course);
            score(out, outcome.firstPhq9());
            score(out, outcome.lastPhq9());
            score(out, outcome.firstGad7());
            score(out, outcome.lastGad7());
            out.plain(yesNo(outcome.finished()));
            outcome.judgement()
                    .ifPresentOrElse(
                            judgement -> out.plain(yesNo(judgement.caseAtStart()))
                                    .plain(yesNo(judgement.recovered()))
                                    .plain(yesNo(judgement.reliableImprovement()))
                                    .plain(yesNo(judgement.reliableDeterioration()))
                                    .plain(yesNo(judgement.reliableRecovery())),
                            () -> out.blank().blank().blank().blank().blank());
            out.endRow();
        });
    }

    private static void score(Output out, OptionalInt score) {
        if (score.isPresent()) {
            out.number(score.getAsInt());
        } else {
            out.blank();
        }
    }

    private static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    private static void summary(Map<String, CourseContacts> courses, Output out) {
        OutcomeRules rules = OutcomeRules.nhs();
        ServiceOutcomes service = new ServiceOutcomes();
        courses.values().forEach(contacts -> service.add(rules.outcomeOf(contacts)));
        row(out, "measure", "numerator", "denominator", "rate");
        rate(out, "recovery", service.recovery());
        rate(out, "reliable_recovery", service.reliableRecovery());
        rate(out, "reliable_improvement", service.reliableImprovement());
        rate(out, "reliable_deterioration", service.reliableDeterioration());
        count(out, "finished", service.finished());
        count(out, "not_case_at_start", service.notCaseAtStart());
        count(out, "unpaired", service.unpaired());
        count(out, "not_finished", service.notFinished());
    }

    private static void rate(Output out, String name, Rate rate) {
        row(
                out,
                name,
                Long.toString(rate.numerator()),
                Long.toString(rate.denominator()),
                rate.value().map(BigDecimal::toPlainString).orElse(""));
    }

    private static void count(Output out, String name, long count) {
        row(out, name, Long.toString(count), "", "");
    }

    private static void row(Output out, String... cells) {
        for (String cell : cells) {
            out.plain(cell);
        }
        out.endRow();
    }

    /** The scored contacts of many courses; courses stay in the order they are first seen. */
    private static final class ContactTable extends Table {
        private final Map<String, CourseContacts> courses = new LinkedHashMap<>();
        private String course = "";
        private LocalDate date = LocalDate.EPOCH;
        private @Nullable Integer phq9;
        private @Nullable Integer gad7;
        private boolean discharged;
        private Contact.Kind kind = Contact.Kind.TREATMENT;

        @Override
        String expectedHeader() {
            return String.join(",", HEADER) + "[," + KIND + "]";
        }

        @Override
        void header(List<String> names) {
            List<String> found = names.stream().map(String::strip).toList();
            for (int i = 0; i < Math.max(HEADER.size(), found.size()); i++) {
                String wanted = i < HEADER.size() ? HEADER.get(i) : i == HEADER.size() ? KIND : "";
                String actual = i < found.size() ? found.get(i) : "";
                if (!actual.equals(wanted) || i > HEADER.size()) {
                    throw headerFault(
                            i,
                            "the header " + expectedHeader() + ", found "
                                    + (actual.isEmpty() ? "nothing" : "'" + Latin1.toText(actual) + "'"));
                }
            }
        }

        @Override
        void cell(int column, char[] text, int from, int length) {
            switch (column) {
                case 0 -> course(text, from, length);
                case 1 -> date(text, from, length);
                case 2 -> phq9 = total(column, 27, text, from, length);
                case 3 -> gad7 = total(column, 21, text, from, length);
                case 4 -> discharged(text, from, length);
                default -> kind(text, from, length);
            }
        }

        private void course(char[] text, int from, int length) {
            if (isBlank(text, from, length)) {
                refuse(0, "the course's name or number, found a blank");
            }
            course = new String(text, from, length);
        }

        private void date(char[] text, int from, int length) {
            String expected = "a date such as 2026-05-01";
            if (length != 10
                    || text[from + 4] != '-'
                    || text[from + 7] != '-'
                    || isBlank(text, from + 5, 1)
                    || isBlank(text, from + 8, 1)) {
                refuse(1, expected, text, from, length);
                return;
            }
            int year = digits(text, from, 4);
            int month = digits(text, from + 5, 2);
            int day = digits(text, from + 8, 2);
            try {
                if (year < 0) {
                    throw new DateTimeException("no year");
                }
                date = LocalDate.of(year, month, day);
            } catch (DateTimeException e) {
                refuse(1, expected, text, from, length);
            }
        }

        /** A whole total, or one with decimals as {@code score} writes it, which counts as the nearest whole, half up. */
        private @Nullable Integer total(int column, int highest, char[] text, int from, int length) {
            int number = digits(text, from, length);
            if (number >= 0 && number <= highest) {
                return number;
            }
            if (isBlank(text, from, length) || is("NA", text, from, length)) {
                return null;
            }
            int whole = rounded(new String(text, from, length).strip());
            if (whole < 0 || whole > highest) {
                refuse(column, "a total from 0 to " + highest + ", or blank", text, from, length);
                return null;
            }
            return whole;
        }

        private static int rounded(String text) {
            int point = text.indexOf('.');
            char[] cell = text.toCharArray();
            if (point < 1 || point == text.length() - 1) {
                return -1;
            }
            int whole = digits(cell, 0, point);
            int decimals = digits(cell, point + 1, Math.min(4, cell.length - point - 1));
            return whole < 0 || decimals < 0 || cell.length - point > 5 ? -1 : whole + (cell[point + 1] >= '5' ? 1 : 0);
        }

        private void discharged(char[] text, int from, int length) {
            discharged = is("yes", text, from, length);
            if (!discharged && !is("no", text, from, length) && !isBlank(text, from, length)) {
                refuse(4, "yes, no or blank", text, from, length);
            }
        }

        private void kind(char[] text, int from, int length) {
            if (is("assessment", text, from, length)) {
                kind = Contact.Kind.ASSESSMENT;
            } else if (is("treatment", text, from, length) || isBlank(text, from, length)) {
                kind = Contact.Kind.TREATMENT;
            } else {
                refuse(5, "treatment, assessment or blank", text, from, length);
            }
        }

        @Override
        void row() {
            courses.computeIfAbsent(course, _ -> new CourseContacts())
                    .add(new Contact(date, phq9, gad7, kind, discharged));
        }
    }
}
