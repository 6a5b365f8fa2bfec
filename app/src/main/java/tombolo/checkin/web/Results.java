package tombolo.checkin.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tombolo.checkin.CheckIn;
import tombolo.checkin.CheckIn.NextStep;
import tombolo.checkin.Questions;
import tombolo.checkin.Sign;
import tombolo.checkin.web.ResultPage.Figure;
import tombolo.checkin.web.ResultPage.Next;
import tombolo.instruments.CutOff;
import tombolo.instruments.Instrument;
import tombolo.instruments.Score;
import tombolo.ui.Answer;
import tombolo.ui.Choice;
import tombolo.ui.HelpLines;
import tombolo.ui.Language;
import tombolo.ui.Said;
import tombolo.ui.Texts;

/** Finds what to give back for a check-in. It holds up what was said; it names nothing and grades nothing. */
@Component
final class Results {
    private static final Map<NextStep, String> PLACES = Map.of(
            NextStep.HELP_NOW, "/help-now",
            NextStep.DOCTOR, "",
            NextStep.REACH_OUT, "/reach-out",
            NextStep.WHAT_HELPS, "/how-it-helps");

    private final CheckInSteps steps;
    private final Questions questions;
    private final Texts texts;
    private final HelpLines country;

    Results(CheckInSteps steps, Questions questions, Texts texts, List<HelpLines> countries) {
        this.steps = steps;
        this.texts = texts;
        this.questions = questions;
        this.country = countries.getFirst();
    }

    ResultPage of(CheckIn checkIn, Language language, List<Carried> carried) {
        List<Step> asked = steps.page(language, carried, true).all();
        return new ResultPage(
                checkIn.needsHelpFirst(),
                country,
                country.lines().stream().filter(line -> line.where().isEmpty()).toList(),
                trueThing(checkIn),
                checkIn.signs().stream()
                        .map(sign -> "checkin.sign." + sign.word())
                        .toList(),
                "checkin.say." + sayable(checkIn),
                checkIn.nextSteps().stream().map(Results::next).toList(),
                figures(checkIn),
                asked.stream()
                        .filter(step -> !step.chosen().isEmpty())
                        .map(step -> new Answer(step.question(), labels(step)))
                        .toList(),
                carried,
                marked(checkIn, asked, language));
    }

    /** Their own signs first, then each question they answered; what they would rather not say is left out. */
    private String marked(CheckIn checkIn, List<Step> asked, Language language) {
        List<String> lines = checkIn.signs().stream()
                .map(sign -> texts.say(language, "checkin.sign." + sign.word()))
                .collect(Collectors.toCollection(ArrayList::new));
        String stem = "";
        for (Step step : asked) {
            if (step.many() || step.chosen().isEmpty() || step.chosen().contains(CheckInSteps.UNSAID)) {
                continue;
            }
            if (!step.stem().equals(stem) && !step.name().equals(CheckInSteps.ENDING)) {
                stem = step.stem();
                lines.add(stem);
            }
            lines.add(step.question() + (step.question().endsWith("?") ? " " : ": ") + labels(step));
        }
        return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static Said trueThing(CheckIn checkIn) {
        return switch (checkIn.weight()) {
            case SIGNS -> Said.of("checkin.true.signs", checkIn.signs().size());
            case COMPANIONSHIP -> Said.of("checkin.true.companionship", often(checkIn));
            case LEFT_OUT -> Said.of("checkin.true.leftout", often(checkIn));
            case ISOLATED -> Said.of("checkin.true.isolated", often(checkIn));
            case LONELY -> Said.of("checkin.true.lonely");
            case LOW -> Said.of("checkin.true.low");
            case NOTHING_HEAVY -> Said.of("checkin.true.nothing");
            case UNSAID -> Said.of("checkin.true.unsaid");
        };
    }

    private static String often(CheckIn checkIn) {
        int item = checkIn.heaviestApart().orElseThrow();
        int value = checkIn.isolation()
                .to(checkIn.isolation().instrument().item(item))
                .orElseThrow();
        return value == 3 ? "often" : "sometimes";
    }

    /** The sentence to say answers what weighs most; of several signs, the one that most needs another person's ear. */
    private static String sayable(CheckIn checkIn) {
        return checkIn.signs().stream()
                .findFirst()
                .map(Sign::word)
                .orElse(checkIn.weight().name().toLowerCase(Locale.ROOT).replace("_", ""));
    }

    private static Next next(NextStep step) {
        return new Next(
                "checkin.next." + step.name().toLowerCase(Locale.ROOT).replace("_", ""),
                String.valueOf(PLACES.get(step)));
    }

    private List<Figure> figures(CheckIn checkIn) {
        List<Figure> figures = new ArrayList<>();
        if (checkIn.isolationScore() instanceof Score score) {
            Instrument asked = questions.isolation();
            figures.add(new Figure(
                    asked.name(),
                    Said.of(
                            "checkin.figure.nocutoff",
                            score.total().toString(),
                            asked.total().lowest().toString(),
                            asked.total().highest().toString()),
                    asked.source()));
        }
        if (checkIn.moodScore() instanceof Score score) {
            figures.add(figure(checkIn.moodAsked(), score));
        }
        return figures;
    }

    private static Figure figure(Instrument instrument, Score score) {
        CutOff cutOff = instrument.total().cutOff().orElseThrow();
        return new Figure(
                instrument.name(),
                Said.of(
                        "checkin.figure.cutoff",
                        score.total().toString(),
                        instrument.total().highest().toString(),
                        plain(cutOff.at())),
                cutOff.source());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String labels(Step step) {
        return step.choices().stream()
                .filter(choice -> step.chosen().contains(choice.value()))
                .map(Choice::label)
                .collect(Collectors.joining(" "));
    }
}
