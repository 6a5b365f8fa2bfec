package tombolo.instruments;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A set of items that together come to one number: the whole questionnaire, or one of its subscales.
 *
 * <p>Bands and cut-off are read from the total rounded half up to {@link #bandedTo} decimals.
 */
public final class Scale {
    private final String key;
    private final List<Item> items;
    private final Item[] each;
    private final ScoringRule scoring;
    private final MissingRule missing;
    private final int bandedTo;
    private final List<Band> bands;
    private final @Nullable CutOff cutOff;
    private final long[] bandStarts;
    private final long caseStart;

    Scale(
            String key,
            List<Item> items,
            ScoringRule scoring,
            MissingRule missing,
            int bandedTo,
            List<Band> bands,
            @Nullable CutOff cutOff) {
        this.key = key;
        this.items = List.copyOf(items);
        this.each = items.toArray(Item[]::new);
        this.scoring = scoring;
        this.missing = missing;
        this.bandedTo = bandedTo;
        this.bands = List.copyOf(bands);
        this.cutOff = cutOff;
        this.bandStarts = bands.stream()
                .mapToLong(band -> band.from().movePointRight(bandedTo).longValueExact())
                .toArray();
        this.caseStart =
                cutOff == null ? 0 : cutOff.at().movePointRight(bandedTo).longValueExact();
    }

    /** What programs call it: {@code total}, or a subscale such as {@code family}. */
    public String key() {
        return key;
    }

    /** The items that are added up, in the order of the form. */
    public List<Item> items() {
        return items;
    }

    public ScoringRule scoring() {
        return scoring;
    }

    public MissingRule missing() {
        return missing;
    }

    /** The published bands, lowest first; none where nobody has published any. */
    public List<Band> bands() {
        return bands;
    }

    /** Where a case begins; empty where nobody has published it. */
    public Optional<CutOff> cutOff() {
        return Optional.ofNullable(cutOff);
    }

    /** The lowest total there is. */
    public Total lowest() {
        return extreme(true);
    }

    /** The highest total there is. */
    public Total highest() {
        return extreme(false);
    }

    private Total extreme(boolean low) {
        int points = 0;
        for (Item item : items) {
            var each = item.options().stream().mapToInt(option -> scoring.points(item, option.value()));
            points += (low ? each.min() : each.max()).orElseThrow();
        }
        return scoring.published(Total.of(points), items.size());
    }

    Scored score(Answers answers, RiskAnswer risk) {
        int points = 0;
        int answered = 0;
        for (Item item : each) {
            int value = answers.raw(item);
            if (value != Answers.UNANSWERED) {
                points += scoring.points(item, value);
                answered++;
            }
        }
        if (each.length - answered > missing.tolerated()) {
            return new Unscorable(answers.unanswered(items), answered, risk);
        }
        Total total = scoring.published(missing.filled(points, answered, each.length), each.length);
        return new Score(total, bandOf(total), isCase(total), answered, risk);
    }

    private @Nullable Band bandOf(Total total) {
        long rounded = total.scaled(bandedTo);
        for (int i = bandStarts.length - 1; i >= 0; i--) {
            if (rounded >= bandStarts[i]) {
                return bands.get(i);
            }
        }
        return null;
    }

    private @Nullable Boolean isCase(Total total) {
        if (cutOff == null) {
            return null;
        }
        long rounded = total.scaled(bandedTo);
        return switch (cutOff.side()) {
            case AT_LEAST -> rounded >= caseStart;
            case AT_MOST -> rounded <= caseStart;
        };
    }
}
