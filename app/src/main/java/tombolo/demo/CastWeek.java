package tombolo.demo;

import java.time.ZoneId;
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
import tombolo.time.ProgrammeTime;
import tombolo.week.MoodEntry;
import tombolo.week.MoodLog;
import tombolo.week.Tries;
import tombolo.week.Try;

/** What the cast said they would try, how it went, and their mood against what happened with whom. */
@Component
@Profile("demo")
@Order(60)
class CastWeek implements Story {
    private static final ZoneId LOCHSIDE = ZoneId.of("Europe/London");

    private final Tries tries;
    private final MoodLog moods;
    private final Inventories inventories;
    private final ProgrammeTime time;

    CastWeek(Tries tries, MoodLog moods, Inventories inventories, ProgrammeTime time) {
        this.tries = tries;
        this.moods = moods;
        this.inventories = inventories;
        this.time = time;
    }

    @Override
    public void week(int ago, Told told) {
        anna(ago, told);
        ravi(ago, told);
        nell(ago, told);
        sam(ago, told);
        tomAndEwa(ago, told);
    }

    private void anna(int ago, Told told) {
        Telling anna = new Telling(told, Cast.ANNA);
        switch (ago) {
            case 6 -> anna.mood(3, 0, "He came in late and went straight to the screen.", "", "Dan");
            case 5 -> {
                anna.mood(4, 4, "", "");
                anna.mood(
                        3,
                        1,
                        "I was up four times. He slept.",
                        "When he sleeps through, I stop asking.",
                        "Dan",
                        "Finn");
                anna.agrees(1, "Ring Isla on Sunday", "Isla", "Sunday, after the bath", "I may be too tired");
            }
            case 4 -> {
                anna.mood(6, 3, "We talked for an hour. She cried too.", "I am less alone after she rings.", "Isla");
                anna.went(Try.How.DID, "We talked for an hour. She cried too.");
                anna.mood(4, 1, "Mum said I should be glad I have a healthy baby.", "", "Mum");
                anna.agrees(2, "Tell Dan one thing from my day before I ask about his", "Dan", "Any evening", "");
            }
            case 3 -> {
                anna.mood(4, 5, "", "", "Finn");
                anna.mood(5, 2, "I told him about the clinic. He put the phone down.", "", "Dan");
                anna.went(Try.How.PARTLY, "Once. Then it was late every night.");
                anna.agrees(3, "Go to the singing group with Finn", "Finn", "Wednesday at ten", "Getting out in time");
            }
            case 2 -> {
                anna.mood(
                        3,
                        6,
                        "We argued about the washing, and it was not about the washing.",
                        "When I wait too long it comes out sharp.",
                        "Dan");
                anna.mood(5, 3, "", "", "Finn");
                anna.went(Try.How.NOT_YET, "");
            }
            case 1 -> {
                anna.mood(6, 4, "Someone at the choir asked my name.", "", "Choir");
                anna.mood(6, 2, "", "", "Isla");
                anna.agrees(
                        5,
                        "Ask Dan to take Finn on Saturday",
                        "Dan",
                        "Friday evening, before the film",
                        "He may sigh. I can wait, and not take it back");
            }
            case 0 -> {
                anna.mood(5, 4, "He said yes. And then he sighed.", "A sigh is not a no.", "Dan", "Finn");
                anna.went(Try.How.DID, "He said yes, and then he sighed. I did not take it back.");
                anna.mood(7, 2, "An hour in the sun, with a book.", "");
                anna.agrees(
                        6, "Tell Dan what the hour was like, and ask about his", "Dan", "Sunday, when Finn sleeps", "");
            }
            default -> {}
        }
    }

    private void ravi(int ago, Told told) {
        Telling ravi = new Telling(told, Cast.RAVI);
        switch (ago) {
            case 12 -> {
                ravi.mood(3, 1, "We ate without a word.", "", "My wife");
                ravi.agrees(
                        3,
                        "Ask for half an hour on Friday, without the television",
                        "My wife",
                        "Friday",
                        "She may say there is nothing to talk about");
            }
            case 11 -> ravi.went(Try.How.NOT_YET, "She was at her mother's.");
            case 10 -> ravi.mood(4, 2, "", "", "My brother");
            case 9 -> ravi.went(Try.How.DID, "It took ten minutes. Neither of us shouted.");
            case 5 -> ravi.mood(5, 3, "She asked how my day was.", "", "My wife");
            case 4 ->
                ravi.agrees(11, "Say yes to cricket on Thursday", "Cricket", "Thursday", "The light, and my knees");
            case 3 -> {
                ravi.went(Try.How.DID, "I was out first ball. They bought the tea.");
                ravi.mood(7, 2, "", "I come home easier after it.", "Cricket");
            }
            case 2 -> ravi.mood(4, 1, "The old row, about my hours.", "", "My wife");
            case 1 -> {
                ravi.mood(6, 3, "We made a list of who does what.", "", "My wife");
                ravi.agrees(
                        14, "Ask her what she would like to keep when the sessions end", "My wife", "This weekend", "");
            }
            case 0 -> ravi.mood(7, 1, "", "", "My brother");
            default -> {}
        }
    }

    private void nell(int ago, Told told) {
        Telling nell = new Telling(told, Cast.NELL);
        switch (ago) {
            case 3 -> {
                nell.mood(3, 2, "", "", "My best friend");
                nell.agrees(
                        1,
                        "Answer one message each day",
                        "My best friend",
                        "At breakfast",
                        "I may not know what to say. A heart will do");
            }
            case 2 -> {
                nell.mood(2, 3, "She asked where I had been.", "", "Mum");
                nell.went(Try.How.PARTLY, "Three days of seven.");
            }
            case 1 -> nell.mood(3, 4, "We watched a film, each at home.", "", "My best friend");
            case 0 -> nell.mood(2, 1, "", "");
            default -> {}
        }
    }

    /** Nobody walks with Sam yet: what he tries is his own. */
    private void sam(int ago, Told told) {
        Telling sam = new Telling(told, Cast.SAM);
        switch (ago) {
            case 3 -> sam.mood(4, 0, "", "");
            case 2 -> {
                sam.mood(5, 2, "She told me about the winter of the big snow.", "", "Gran");
                sam.agrees("Say good morning first", "My flatmate", "On a weekday", "He has his headphones on");
            }
            case 1 -> sam.went(Try.How.NOT_YET, "");
            case 0 -> sam.mood(4, 2, "We both said sorry at the sink.", "", "My flatmate");
            default -> {}
        }
    }

    /** One has paused and one has ended: for both it has been quiet here for some weeks. */
    private void tomAndEwa(int ago, Told told) {
        Telling tom = new Telling(told, Cast.TOM);
        Telling ewa = new Telling(told, Cast.EWA);
        switch (ago) {
            case 16 -> ewa.mood(4, 1, "I walked past the old flat.", "", "My old flat");
            case 14 ->
                ewa.agrees(6, "Stay for the coffee after class", "Language class", "Tuesday", "My words run out");
            case 13 -> ewa.went(Try.How.DID, "They waited while I looked for the word.");
            case 9 -> {
                ewa.mood(7, 2, "", "", "Language class");
                tom.mood(4, 3, "He rang about the match.", "", "My son");
            }
            case 8 -> tom.agrees(2, "Ring my son first, once", "My son", "Sunday", "He may be with his friends");
            case 6 -> ewa.mood(7, 3, "She said I sound like myself.", "", "My aunt");
            case 5 -> tom.mood(5, 2, "", "", "The allotment");
            default -> {}
        }
    }

    /** One of the cast, telling of their own week. */
    private final class Telling {
        private final Told told;
        private final Cast who;

        private Telling(Told told, Cast who) {
            this.told = told;
            this.who = who;
        }

        private void mood(int mood, int daysAgo, String event, String link, String... with) {
            Map<String, RelationshipId> circles = circles();
            moods.visibleTo(told.viewer(who))
                    .tell(
                            told.person(who),
                            mood,
                            time.today(LOCHSIDE).minusDays(daysAgo),
                            new MoodEntry.Words(event, link),
                            List.of(with).stream()
                                    .map(name -> Objects.requireNonNull(circles.get(name), name))
                                    .collect(Collectors.toSet()),
                            event.isEmpty() ? MoodEntry.Began.MOOD : MoodEntry.Began.EVENT);
        }

        /** With the therapist, in a session. */
        private void agrees(int session, String what, String with, String when, String barrier) {
            tries.visibleTo(told.viewer(Cast.ISHBEL))
                    .agree(
                            told.person(who),
                            what,
                            Optional.ofNullable(circles().get(with)),
                            when,
                            barrier,
                            Optional.of(session));
        }

        /** By themself. */
        private void agrees(String what, String with, String when, String barrier) {
            tries.visibleTo(told.viewer(who))
                    .agree(
                            told.person(who),
                            what,
                            Optional.ofNullable(circles().get(with)),
                            when,
                            barrier,
                            Optional.empty());
        }

        /** Tells of what was agreed last. */
        private void went(Try.How how, String words) {
            Tries.Visible own = tries.visibleTo(told.viewer(who));
            Try last = own.of(told.person(who)).getFirst();
            own.went(told.person(who), last.id(), last.version(), how, words);
        }

        private Map<String, RelationshipId> circles() {
            return inventories.visibleTo(told.viewer(who)).toCompare(told.person(who)).people().stream()
                    .collect(Collectors.toMap(one -> one.name().words(), one -> one.id()));
        }
    }
}
