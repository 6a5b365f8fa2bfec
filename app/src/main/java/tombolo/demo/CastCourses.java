package tombolo.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.course.Contract.Agreement;
import tombolo.course.Contract.Terms;
import tombolo.course.Contract.Way;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.course.Ending;
import tombolo.course.Exclusion;
import tombolo.course.Focus;
import tombolo.course.Focus.Named;
import tombolo.course.Goal;
import tombolo.course.Intake;
import tombolo.course.IntakeTask;
import tombolo.course.Intakes;
import tombolo.course.SickRole;
import tombolo.course.Signature;
import tombolo.course.Variants;
import tombolo.database.Ids;
import tombolo.inventory.Inventories;
import tombolo.people.Consents;
import tombolo.people.Purpose;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The courses of the cast, begun, agreed and walked week by week by Ishbel and by each of them. */
@Component
@Profile("demo")
@Order(45)
class CastCourses implements Story {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final int ENDING_SAID = 12;
    private static final int TOM_PAUSES = 4;

    private final Courses courses;
    private final Intakes intakes;
    private final Variants variants;
    private final Inventories inventories;
    private final Consents consents;

    CastCourses(Courses courses, Intakes intakes, Variants variants, Inventories inventories, Consents consents) {
        this.courses = courses;
        this.intakes = intakes;
        this.variants = variants;
        this.inventories = inventories;
        this.consents = consents;
    }

    /** What one course is about, and after which session it was agreed on. */
    private enum Walk {
        EWA(Cast.EWA, "ipt-16", 4, "transition", "My aunt"),
        RAVI(Cast.RAVI, "ipt-16", 4, "dispute", "My wife"),
        TOM(Cast.TOM, "ipt-12", 3, "transition", "My son"),
        ANNA(Cast.ANNA, "ipt-16", 4, "transition", "Dan"),
        NELL(Cast.NELL, "ipt-12", 3, "dispute", "Mum"),
        JOAN(Cast.JOAN, "ipt-16", 4, "grief", "My husband");

        private final Cast who;
        private final String variant;
        private final int contractAt;
        private final String area;
        private final String with;

        Walk(Cast who, String variant, int contractAt, String area, String with) {
            this.who = who;
            this.variant = variant;
            this.contractAt = contractAt;
            this.area = area;
            this.with = with;
        }
    }

    @Override
    public void week(int ago, Told told) {
        Viewer ishbel = told.viewer(Cast.ISHBEL);
        for (Walk one : Walk.values()) {
            if (one.who.arrives() == ago) {
                begin(one, told.person(one.who), ishbel);
            } else if (one.who.arrives() > ago) {
                goOn(one, told, ishbel);
            }
        }
        if (ago == TOM_PAUSES) {
            pause(told.person(Cast.TOM), ishbel);
        }
    }

    private void begin(Walk one, PersonId person, Viewer ishbel) {
        Course course = courses.visibleTo(ishbel)
                .begin(person, variants.find(one.variant).orElseThrow());
        consents.give(person, Purpose.CARE, "en");
        consents.give(person, Purpose.MESSAGES, "en");
        if (one == Walk.ANNA) {
            consents.give(person, Purpose.GP_LETTER, "en");
        }
        found(one, course, ishbel);
    }

    /** What Ishbel asked at the start. With Joan she is not through yet. */
    private void found(Walk one, Course course, Viewer ishbel) {
        Map<String, List<String>> details = details(one);
        named(course.person(), ishbel, "Isla")
                .forEach(isla ->
                        details.put("contact-who", List.of(isla.who().value().toString())));
        write(course, ishbel, IntakeTask.DETAILS, details);
        write(course, ishbel, IntakeTask.HISTORY, history(one));
        if (one == Walk.JOAN) {
            return;
        }
        write(course, ishbel, IntakeTask.MEDICATION, fields("now", "Nothing at present", "talked", "YES"));
        LocalDate today =
                LocalDate.ofInstant(courses.visibleTo(ishbel).signature().at(), ZONE);
        Map<String, List<String>> episode = fields(
                "found",
                "EPISODE",
                "clinician",
                "Their GP, in a letter",
                "recorded",
                today.minusDays(9).toString());
        none(episode, IntakeTask.EPISODE);
        write(course, ishbel, IntakeTask.EPISODE, episode);
        Map<String, List<String>> fits = fields("decision", "GO_ON");
        none(fits, IntakeTask.SUITABILITY);
        write(course, ishbel, IntakeTask.SUITABILITY, fits);
        write(
                course,
                ishbel,
                IntakeTask.NAMING,
                Map.of("named", List.of("ILLNESS", "COMMON", "TREATABLE", "MEDICINE")));
    }

    private static Map<String, List<String>> details(Walk one) {
        Map<String, List<String>> details = fields(
                "adult", "YES",
                "gp-practice", "The health centre by the harbour",
                "contact-when", "Any time, if you cannot reach me and are worried.");
        if (one == Walk.ANNA) {
            details.putAll(fields("pronouns", "she", "contact-phone", "07700 900456"));
        }
        return details;
    }

    private static Map<String, List<String>> history(Walk one) {
        return switch (one) {
            case ANNA ->
                fields(
                        "well", "The spring before Finn was born",
                        "onset", "Some weeks after the birth. We had just moved, and Dan was back at work.",
                        "before", "Once at university, after a move. It passed.");
            case JOAN ->
                fields(
                        "well", "Before my husband was ill",
                        "onset", "The winter after he died. I stopped going to the walkers.");
            case RAVI -> fields("well", "Two years ago", "onset", "When we stopped talking about the house.");
            case EWA -> fields("well", "Before I came here", "onset", "The first winter in a new country.");
            case TOM -> fields("well", "While I still worked at the yard", "onset", "After the yard closed.");
            case NELL -> fields("well", "Last summer", "onset", "After the row with Mum at new year.");
        };
    }

    private static void none(Map<String, List<String>> fields, IntakeTask task) {
        Stream.of(Exclusion.values())
                .filter(one -> one.asked() == task)
                .forEach(one -> fields.put(one.key(), List.of("NO")));
    }

    private static Map<String, List<String>> fields(String... pairs) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], List.of(pairs[i + 1]));
        }
        return fields;
    }

    private void write(Course course, Viewer ishbel, IntakeTask task, Map<String, List<String>> said) {
        intakes.visibleTo(ishbel).write(course, task, 0, true, said);
    }

    /** What belongs to the sessions the diary has counted by now. */
    private void goOn(Walk one, Told told, Viewer ishbel) {
        Courses.Visible visible = courses.visibleTo(ishbel);
        PersonId person = told.person(one.who);
        Course course = visible.of(person).orElseThrow();
        if (course.state() == Course.State.ENDED) {
            return;
        }
        Signature signature = visible.signature();
        boolean contract = course.contracts().isEmpty() && course.sessionsHeld() >= one.contractAt;
        if (course.sickRole().isEmpty() && course.sessionsHeld() >= 2) {
            lighten(one, course, ishbel, signature);
        }
        if (contract) {
            course.agreeOn(new Focus(List.of(one.area), named(person, ishbel, one.with), evidence(one), signature));
            int sessions = course.variant().sessions().usual();
            course.propose(
                    sessions,
                    LocalDate.ofInstant(signature.at(), ZONE).plusWeeks(sessions - course.sessionsHeld()),
                    terms(one, person, ishbel),
                    signature);
        }
        if (course.sessionsHeld() >= ENDING_SAID) {
            course.sayEnding(signature);
        }
        if (course.mayEndComplete()) {
            course.end(new Ending(Ending.Reason.COMPLETE, "", signature));
        }
        visible.save(course);
        if (contract) {
            agree(one, person, told, ishbel);
        }
    }

    /** Anna says yes on her own phone; the others said it in the room. */
    private void agree(Walk one, PersonId person, Told told, Viewer ishbel) {
        boolean herself = one == Walk.ANNA;
        Viewer hand = herself ? told.viewer(one.who) : ishbel;
        Courses.Visible visible = courses.visibleTo(hand);
        Course course = visible.of(person).orElseThrow();
        course.agree(new Agreement(
                herself ? Way.OWN_SIGN_IN : Way.IN_THE_ROOM,
                hand.account(),
                visible.signature().at()));
        visible.save(course);
    }

    private void lighten(Walk one, Course course, Viewer ishbel, Signature signature) {
        Intake intake = intakes.visibleTo(ishbel).of(course);
        intake.episode()
                .filter(episode -> one == Walk.ANNA)
                .ifPresent(episode -> course.lighten(
                        new SickRole(
                                List.of("Cooking on weekdays", "Answering every message the same day"),
                                named(course.person(), ishbel, "Dan", "Isla"),
                                LocalDate.ofInstant(signature.at(), ZONE).plusWeeks(8),
                                "Come each week, and rest when Finn sleeps.",
                                signature),
                        episode));
    }

    private static String evidence(Walk one) {
        return switch (one) {
            case ANNA ->
                "The low mood came with becoming a mother and the move. She tells life as before Finn and after.";
            case RAVI -> "They expect different things about the house, and have stopped talking about it.";
            case EWA -> "It began with the move here. What she was good at does not count in the new place.";
            case TOM -> "It began when the yard closed. He does not know who he is without it.";
            case NELL -> "It began with the row at new year. Each waits for the other.";
            case JOAN -> "";
        };
    }

    private Terms terms(Walk one, PersonId person, Viewer ishbel) {
        List<Goal> goals = switch (one) {
            case ANNA ->
                List.of(
                        goal(
                                "Ask Dan to take Finn on Saturday mornings",
                                "He has Finn, and I go out",
                                2,
                                named(person, ishbel, "Dan")),
                        goal(
                                "Tell Isla how it really is",
                                "We talk once a week, and not only about Finn",
                                4,
                                named(person, ishbel, "Isla")),
                        goal("Find one other mother to walk with", "One walk a week", 0, List.of()));
            case RAVI ->
                List.of(
                        goal(
                                "Say what I want about the house",
                                "We have talked, and I said it",
                                1,
                                named(person, ishbel, "My wife")),
                        goal(
                                "Ring my brother before I am angry",
                                "I rang first",
                                3,
                                named(person, ishbel, "My brother")));
            case EWA ->
                List.of(
                        goal(
                                "Be somebody in the language class",
                                "I know three names",
                                2,
                                named(person, ishbel, "Language class")),
                        goal(
                                "Tell my aunt when it is hard",
                                "I said so on the phone",
                                4,
                                named(person, ishbel, "My aunt")));
            case TOM ->
                List.of(
                        goal("See my son once a month", "We met", 2, named(person, ishbel, "My son")),
                        goal(
                                "Have one morning a week with others",
                                "I was at the allotment",
                                3,
                                named(person, ishbel, "The allotment")));
            case NELL, JOAN ->
                List.of(
                        goal(
                                "Talk with Mum about new year",
                                "We talked for ten minutes",
                                1,
                                named(person, ishbel, "Mum")),
                        goal(
                                "Let my friend know early",
                                "I wrote before the evening",
                                5,
                                named(person, ishbel, "My best friend")));
        };
        return new Terms(
                goals,
                "Say so the day before if you can. Two in a row, and we ring.",
                "Only if we both think so, and before the last two sessions.",
                "We talk the same day, and look at the safety plan.",
                "Tuesdays at the practice. No messages at weekends.");
    }

    private static Goal goal(String text, String observable, int baseline, List<Named> with) {
        return new Goal(Ids.next(), text, with.stream().findFirst(), observable, baseline, Optional.empty());
    }

    private List<Named> named(PersonId person, Viewer ishbel, String... names) {
        var circles = inventories.visibleTo(ishbel).toCompare(person);
        return Stream.of(names)
                .map(circles::called)
                .flatMap(Optional::stream)
                .map(one -> new Named(one.id(), one.name().words()))
                .toList();
    }

    private void pause(PersonId tom, Viewer ishbel) {
        Courses.Visible visible = courses.visibleTo(ishbel);
        Course course = visible.of(tom).orElseThrow();
        course.pause("He is away for work until after the holidays.", Optional.empty(), visible.signature());
        visible.save(course);
    }
}
