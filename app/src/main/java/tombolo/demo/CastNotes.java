package tombolo.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.course.HeldSession;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.sessions.Hour;
import tombolo.sessions.SessionNote;
import tombolo.sessions.SessionNote.Agreed;
import tombolo.sessions.SessionNote.Safety;
import tombolo.sessions.SessionNote.Words;
import tombolo.sessions.SessionNotes;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/**
 * What Ishbel has written after each session: signed the same day, but for Joan's first, which still waits. What will be
 * tried stands in the notes as {@link CastWeek} tells it.
 */
@Component
@Profile("demo")
@Order(900)
class CastNotes implements Story {
    private static final Map<Cast, List<Written>> NOTES = new EnumMap<>(Cast.class);

    private final Courses courses;
    private final SessionNotes notes;
    private final Inventories inventories;

    CastNotes(Courses courses, SessionNotes notes, Inventories inventories) {
        this.courses = courses;
        this.notes = notes;
        this.inventories = inventories;
    }

    /** What one note says. */
    private record Written(
            String since, String focus, String technique, String decided, String tries, String with, String when) {}

    static {
        NOTES.put(
                Cast.ANNA,
                List.of(
                        new Written(
                                "Low most mornings since the move. Dan comes in late and goes straight to the screen.",
                                "Went through the symptoms one by one. She had not seen them as one thing.",
                                "education-and-advice",
                                "To be excused from the big family lunch this month.",
                                "Ring Isla on Sunday",
                                "Isla",
                                "Sunday, after the bath"),
                        new Written(
                                "Up four times in the night, and he slept. When he sleeps through, she stops asking.",
                                "Laid out the circles. The old team has moved far out, and nobody new is near.",
                                "circles-review",
                                "The old team matters more than she had thought.",
                                "Tell Dan one thing from my day before I ask about his",
                                "Dan",
                                "Any evening"),
                        new Written(
                                "An hour on the telephone with Isla, and less alone after it. Low when Mum said she should be glad.",
                                "The timeline: the move, the birth, and the mood going down after both.",
                                "timeline",
                                "The work she left is something to mourn.",
                                "Go to the singing group with Finn",
                                "Finn",
                                "Wednesday at ten"),
                        new Written(
                                "She told Dan about the clinic, once, and he put the phone down. Then it was late every night.",
                                "Said the formulation aloud. She put one sentence right, and agreed.",
                                "formulation",
                                "The focus is becoming a mother and losing the old working life.",
                                "",
                                "",
                                ""),
                        new Written(
                                "They argued about the washing, and it was not about the washing.",
                                "What she said, what she meant, and what Dan can have heard of it.",
                                "communication",
                                "A plain request, with a day and a time in it.",
                                "Ask Dan to take Finn on Saturday",
                                "Dan",
                                "Friday evening, before the film"),
                        new Written(
                                "Somebody at the choir asked her name. With Dan she waits until it comes out sharp.",
                                "The request for Saturday, tried aloud, and once more with a sigh at the end.",
                                "role-play",
                                "If he sighs, she can wait, and not take it back.",
                                "",
                                "",
                                "")));
        NOTES.put(
                Cast.JOAN,
                List.of(new Written(
                        "Two bad weeks around his birthday. Not sleeping; the walkers have stopped ringing.",
                        "How it began, before and after the funeral. She told it in order for the first time.",
                        "open-exploration",
                        "To come again next week.",
                        "",
                        "",
                        "")));
        NOTES.put(
                Cast.RAVI,
                steps(
                        "My wife",
                        List.of(
                                "Rows about his hours; lower after each.|Symptoms and the first rows beside each other.",
                                "A quiet week, then a silent Sunday.|The circles: his brother nearer than he had said.",
                                "Slept at his brother’s once.|Timeline: the promotion, and the rows after it.",
                                "Talked at last, and it turned into a row.|Agreed: this is a dispute, and it is stuck.",
                                "Two civil evenings.|What each of them expects of the other, side by side.",
                                "He said nothing about the holiday, and was low.|The exchange in the kitchen, turn by turn.",
                                "She was surprised that he minded.|What he meant, and what she can have heard.",
                                "He asked for one evening a week.|Tried the request aloud, with a hard answer.",
                                "One evening, and it went well.|What made it go well: he began with what he wanted.",
                                "A setback: work rang.|Deciding about the second phone.",
                                "The phone stays off after eight.|What changed between them, in both directions.",
                                "Better; cricket on Saturday.|Said that the end is coming, and what that is like.",
                                "Low for two days about ending.|Ending as a change, and what he takes along.",
                                "She came in from work early, unasked.|Early signs, and who notices first.")));
        NOTES.put(
                Cast.EWA,
                steps(
                        "My aunt",
                        List.of(
                                "Tired and homesick.|Symptoms, and when they began.",
                                "A letter from home, and a low evening.|The circles, with everyone left behind.",
                                "Rang her aunt.|Timeline: leaving, arriving, the winter between.",
                                "Better on class days.|Agreed on a focus: a life before and a life after.",
                                "The old flat in a dream.|What was good there, and what was hard.",
                                "Spoke to a classmate.|What is possible here that was not there.",
                                "Invited to supper.|Tried saying yes without apologising.",
                                "Supper was warm.|What she did that made it so.",
                                "A hard day at the office.|Deciding whom to ask about the form.",
                                "Asked; it took five minutes.|Asking for help as a skill.",
                                "Steady.|The end named; sadness and pride.",
                                "Her aunt visited.|Then and now, on the circles.",
                                "Steady.|Early signs, and what helps.",
                                "A low weekend, and she knew what to do.|The plan in her own words.",
                                "Steady.|What she did; it was her work.",
                                "Said goodbye.|The letter, read together.")));
        NOTES.put(
                Cast.TOM,
                steps(
                        "My son",
                        List.of(
                                "On his own since the yard closed.|Symptoms, item by item.",
                                "One call with his son.|The circles: few, and each of them counts.",
                                "The allotment twice.|Timeline: the yard, the moving out, the winter.",
                                "Flat.|What work gave him besides the money.",
                                "His son rang first.|Agreed to rest while the knee is mended.")));
        NOTES.put(
                Cast.NELL,
                steps(
                        "My best friend",
                        List.of(
                                "Hardly sleeping.|Symptoms, and safety in the room.",
                                "A friend stayed over.|The safety plan, made together.",
                                "A row with Mum, and a very low night.|What helped in that night, and who.",
                                "Quieter.|The circles, and who can be asked.")));
    }

    private static List<Written> steps(String with, List<String> sessions) {
        return sessions.stream()
                .map(words -> words.split("\\|"))
                .map(words -> new Written(words[0], words[1], "mood-and-events", "", "", with, ""))
                .toList();
    }

    @Override
    public void week(int ago, Told told) {
        Viewer ishbel = told.viewer(Cast.ISHBEL);
        NOTES.forEach((who, lines) -> {
            if (who.arrives() >= ago) {
                writeUp(who, lines, told.person(who), ishbel);
            }
        });
        if (ago == 0) {
            addToTheLastButOne(told.person(Cast.ANNA), ishbel);
        }
    }

    private void writeUp(Cast who, List<Written> lines, PersonId person, Viewer ishbel) {
        Optional<Course> course = courses.visibleTo(ishbel).of(person);
        if (course.isEmpty()) {
            return;
        }
        Set<Integer> written = notes.visibleTo(ishbel).of(person).stream()
                .map(note -> note.hour().number())
                .collect(Collectors.toSet());
        Inventory circles = inventories.visibleTo(ishbel).toCompare(person);
        for (HeldSession session : course.get().sessions()) {
            if (!written.contains(session.number()) && session.number() <= lines.size()) {
                SessionNote note = SessionNote.begun(
                        new Hour(person, course.get().id().value(), session.number()), ishbel.account(), session.at());
                note.write(words(lines.get(session.number() - 1), circles));
                if (who == Cast.JOAN) {
                    notes.visibleTo(ishbel).save(note);
                } else {
                    note.keepPrivately(
                            who == Cast.ANNA && session.number() == 5
                                    ? Optional.of(Confidential.of("I hurried her. Slow down at the silences."))
                                    : Optional.empty());
                    note.sign(ishbel.account(), session.at().plus(Duration.ofHours(1)));
                    notes.visibleTo(ishbel).save(note);
                }
            }
        }
    }

    private static Words words(Written told, Inventory circles) {
        Optional<RelationshipId> with = circles.called(told.with()).map(Relationship::id);
        return new Words(
                told.since(),
                with.stream().toList(),
                told.focus(),
                Set.of(told.technique()),
                told.decided(),
                told.tries().isEmpty() ? List.of() : List.of(new Agreed(told.tries(), with, told.when())),
                Optional.of(Safety.TALKED),
                "",
                true);
    }

    private void addToTheLastButOne(PersonId anna, Viewer ishbel) {
        List<SessionNote> signed = notes.visibleTo(ishbel).of(anna).stream()
                .filter(SessionNote::isSigned)
                .toList();
        if (signed.size() > 1) {
            SessionNote note = signed.get(signed.size() - 2);
            Instant when = note.begunAt().plus(Duration.ofHours(20));
            notes.visibleTo(ishbel)
                    .save(
                            note,
                            note.add(
                                    Confidential.of("She rang: they argued on the Thursday, not at the weekend."),
                                    ishbel.account(),
                                    when));
        }
    }
}
