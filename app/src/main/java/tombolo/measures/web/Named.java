package tombolo.measures.web;

import java.time.LocalDate;
import java.util.Set;
import tombolo.instruments.Instrument;
import tombolo.measures.Questionnaires;
import tombolo.ui.Frame;
import tombolo.ui.Said;

/** What questionnaires and their bands are called on our pages, in everyday words. */
public final class Named {
    private static final Set<String> BANDS = Set.of(
            "minimal",
            "mild",
            "moderate",
            "moderately-severe",
            "severe",
            "never",
            "hardly-ever",
            "occasionally",
            "some-of-the-time",
            "often-or-always");

    private Named() {}

    public static String measure(Frame frame, Instrument instrument) {
        return frame.t(Questionnaires.name(instrument));
    }

    public static String band(Frame frame, String key) {
        return BANDS.contains(key) ? frame.t("measures.band." + key) : frame.t("measures.band.other", key);
    }

    /** A sentence whose days are told in the page's language. */
    public static String said(Frame frame, Said said) {
        return frame.t(
                said.key(),
                said.arguments().stream()
                        .map(one -> one instanceof LocalDate day ? frame.day(day) : one)
                        .toArray());
    }
}
