package tombolo.checkin.web;

import java.util.List;
import tombolo.ui.Answer;
import tombolo.ui.HelpLines;
import tombolo.ui.Said;

/**
 * What a check-in gives back: one true thing, one sentence to say, at most three next steps, and the figures for who wants
 * them. Where someone has thoughts of ending their life, help stands first and alone; the rest is there when they ask for it.
 *
 * @param marked all they marked, in words, for whoever wants to take it along when they reach out; empty where nothing was
 */
public record ResultPage(
        boolean helpFirst,
        HelpLines country,
        List<HelpLines.Line> lines,
        Said trueThing,
        List<String> quoted,
        String sentence,
        List<Next> next,
        List<Figure> figures,
        List<Answer> answers,
        List<Carried> carried,
        String marked) {
    /** A next step: its words and where it leads; {@code href} may be empty. */
    public record Next(String text, String href) {}

    /** A figure with how to read it and where that was published. */
    public record Figure(String name, Said reading, String source) {}
}
