package tombolo.techniques;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.timeline.SpokenDate;

/** The days that are meant in what is said in a piece: "two weeks ago" is another one tomorrow. */
@Component
class DaysMeant {
    private final StepBeginnings beginnings;
    private final Practices practices;
    private final ProgrammeTime time;

    DaysMeant(StepBeginnings beginnings, Practices practices, ProgrammeTime time) {
        this.beginnings = beginnings;
        this.practices = practices;
        this.time = time;
    }

    /** With a day in a life as the day it is. */
    Answers dated(Technique how, Answers said) {
        return how.happened()
                .map(Technique.Happened::day)
                .flatMap(day ->
                        SpokenDate.heard(said.one(day), today()).date().map(when -> said.with(day, when.typed())))
                .orElse(said);
    }

    /** What was said in a piece, its moods on the day they stand on. */
    Answers said(Piece piece, Technique how) {
        return how.moods()
                .map(moods -> moods.asKept(piece.answers(), on(piece.changedAt())))
                .orElse(piece.answers());
    }

    /** With its moods on the day they are of, now that all this is said. */
    Answers onTheDayOfItsMoods(Piece before, Technique how, Answers all) {
        return how.moods()
                .map(moods -> moods.onTheirDay(before.answers(), all, told(before, moods, all), today()))
                .orElse(all);
    }

    /** What comes word for word from another piece was meant when it was told there. */
    private LocalDate told(Piece piece, Moods moods, Answers all) {
        return moods.when()
                .flatMap(question -> beginnings.toldEarlier(piece, all.one(question)))
                .map(this::on)
                .orElseGet(this::today);
    }

    private LocalDate on(Instant moment) {
        return LocalDate.ofInstant(moment, practices.current().zone());
    }

    private LocalDate today() {
        return time.today(practices.current().zone());
    }
}
