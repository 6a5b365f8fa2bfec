package tombolo.demo;

import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.formulation.Formulation;
import tombolo.formulation.Formulation.Sentences;
import tombolo.formulation.Formulations;
import tombolo.formulation.Sentence;

/** What the cast and Ishbel have agreed the problem is; what is agreed with Nell still waits for her yes. */
@Component
@Profile("demo")
@Order(60)
class CastFormulation implements Story {
    private final Formulations formulations;

    CastFormulation(Formulations formulations) {
        this.formulations = formulations;
    }

    @Override
    public void week(int ago, Told told) {
        switch (ago) {
            case 18 -> inTheRoom(told, Cast.EWA, EWA);
            case 12 -> inTheRoom(told, Cast.RAVI, RAVI);
            case 3 -> anna(told);
            case 1 -> write(told, Cast.NELL, Cast.ISHBEL, 0, NELL);
            default -> {}
        }
    }

    private Formulation write(Told told, Cast whose, Cast hand, int seen, Map<Sentence, String> said) {
        return formulations.visibleTo(told.viewer(hand)).write(told.person(whose), seen, new Sentences(said));
    }

    private void inTheRoom(Told told, Cast whose, Map<Sentence, String> said) {
        Formulation written = write(told, whose, Cast.ISHBEL, 0, said);
        formulations.visibleTo(told.viewer(Cast.ISHBEL)).agreedInTheRoom(told.person(whose), written.version());
    }

    /** Ishbel read the draft to her; Anna changed what did not sound like her, and then both said yes. */
    private void anna(Told told) {
        write(told, Cast.ANNA, Cast.ISHBEL, 0, ANNA_DRAFT);
        Formulation hers = write(told, Cast.ANNA, Cast.ANNA, 1, ANNA);
        formulations.visibleTo(told.viewer(Cast.ANNA)).agree(told.person(Cast.ANNA), hers.version());
        formulations.visibleTo(told.viewer(Cast.ISHBEL)).agree(told.person(Cast.ANNA), hers.version());
    }

    private static final Map<Sentence, String> ANNA_DRAFT = Map.of(
            Sentence.SINCE,
                    "Since the summer it has been like this: you lie awake though Finn sleeps, and cry for nothing.",
            Sentence.BEGAN, "Around that time this happened: you moved, you stopped work, and Finn was born.",
            Sentence.BETWEEN, "It has to do with Dan and Isla.",
            Sentence.STRENGTHS, "You also have Isla.");

    private static final Map<Sentence, String> ANNA = Map.of(
            Sentence.SINCE, "Since the summer you lie awake though Finn sleeps, and cry for nothing.",
            Sentence.MEANING, "Together we call this low mood. It is common after a birth, and it can be treated.",
            Sentence.BEGAN, "It began when three things came in one spring: the move, the end of work, and Finn.",
            Sentence.BETWEEN, "Dan works late. You talk about Finn, and not about the two of you.",
            Sentence.PATTERN, "When he asks only about Finn, you say nothing, and your mood goes down for the evening.",
            Sentence.CIRCLE, "When you are low you stop answering Isla, and that makes asking for help harder.",
            Sentence.AREA, "We could call this a change of role: from the one with a class to the one with a baby.",
            Sentence.STRENGTHS, "You also have Isla, a voice that sings, and eight years of calming thirty children.",
            Sentence.WORK,
                    "Up to session 16 we will mourn what ended, ask Dan for one evening, and find one other mother.");

    private static final Map<Sentence, String> RAVI = Map.of(
            Sentence.SINCE, "For a year you have had no appetite, and you have been short with everyone.",
            Sentence.BEGAN, "It began after the new post, when you quarrelled about money and then stopped talking.",
            Sentence.BETWEEN, "Your wife hopes you will be home for supper. You hope she sees why you are not.",
            Sentence.PATTERN, "When supper goes by in silence, your mood goes down and you leave the room.",
            Sentence.AREA, "We could call this a dispute that has got stuck.",
            Sentence.STRENGTHS, "You also have your brother, and cricket on Saturdays.",
            Sentence.WORK, "In the next weeks we will name the quarrel, and ask for one thing at a time.");

    private static final Map<Sentence, String> EWA = Map.of(
            Sentence.SINCE, "For most of a year you have slept all day.",
            Sentence.BEGAN, "It began when you left the flat and the friends in it.",
            Sentence.AREA, "We could call this a change of role: from a full house to a new town.",
            Sentence.STRENGTHS, "You also have your aunt, who hears you.",
            Sentence.WORK, "In the next weeks we will mourn the flat, and find one place to belong.");

    private static final Map<Sentence, String> NELL = Map.of(
            Sentence.SINCE, "Since the summer you go over what you said, all night.",
            Sentence.BEGAN, "It began after the break-up, and when the night shifts began.",
            Sentence.STRENGTHS, "You also have your best friend, who hears you.");
}
