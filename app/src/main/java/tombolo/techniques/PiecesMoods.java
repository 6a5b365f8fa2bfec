package tombolo.techniques;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.people.Glance;
import tombolo.practice.Practices;
import tombolo.week.MoodEntry;
import tombolo.week.MoodId;
import tombolo.week.MoodTold;
import tombolo.week.MoodsTold;
import tombolo.week.With;

/** The moods that were told in pieces of work, before a talk or a small step and after it. */
@Component
class PiecesMoods implements MoodsTold {
    private final Pieces pieces;
    private final Techniques techniques;
    private final Practices practices;

    PiecesMoods(Pieces pieces, Techniques techniques, Practices practices) {
        this.pieces = pieces;
        this.techniques = techniques;
        this.practices = practices;
    }

    /** A day cannot have been told of earlier than on that day, wherever on earth it begins. */
    @Override
    public Glance<List<MoodTold>> since(LocalDate day) {
        List<String> some = techniques.all().stream()
                .filter(how -> how.moods().isPresent())
                .map(Technique::id)
                .toList();
        return pieces.since("moods", some, day.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .map(found -> found.stream()
                        .flatMap(this::told)
                        .filter(told -> !told.entry().day().isBefore(day))
                        .toList());
    }

    private Stream<MoodTold> told(Piece piece) {
        return techniques.find(piece.technique()).flatMap(Technique::moods).stream()
                .flatMap(moods -> moods.day(piece.answers(), () -> changed(piece)).stream()
                        .flatMap(day -> Stream.of(
                                        told(
                                                piece,
                                                moods.after(),
                                                day,
                                                piece.with().stream().toList()),
                                        told(piece, moods.before(), day, List.of()))
                                .flatMap(Optional::stream)));
    }

    private LocalDate changed(Piece piece) {
        return LocalDate.ofInstant(piece.changedAt(), practices.current().zone());
    }

    /** With whom it was is said of the mood after it: before, they were not there yet. */
    private Optional<MoodTold> told(Piece piece, String question, LocalDate day, List<With> with) {
        String texts = techniques.find(piece.technique()).orElseThrow().texts();
        return piece.answers()
                .number(question)
                .map(mood -> new MoodTold(
                        new MoodEntry(
                                new MoodId(piece.id().value()),
                                piece.person(),
                                mood,
                                day,
                                MoodEntry.Words.NONE,
                                with,
                                MoodEntry.Began.EVENT,
                                piece.changedAt(),
                                piece.version()),
                        texts + "." + question + ".told",
                        "/my/techniques/" + piece.id()));
    }
}
