package tombolo.people.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import tombolo.people.PartOfRecord;
import tombolo.people.StandIn;
import tombolo.ui.Frame;
import tombolo.ui.Said;

/** What others may see, read from the very rules that let them. */
public record SeenPage(
        List<String> therapists,
        List<Stands> standIns,
        List<Also> also,
        List<PartOfRecord> therapist,
        List<PartOfRecord> manager,
        List<PartOfRecord> onlyMe,
        boolean supervision,
        ZoneId zone) {

    /**
     * What else there is to know of who is there for them.
     *
     * @param words what was written about it; may be empty
     */
    public record Also(Said said, String words) {

        /** The sentence, with its days and moments as this page writes them. */
        public String in(Frame frame, ZoneId zone) {
            return frame.t(
                    said.key(),
                    said.arguments().stream()
                            .map(one -> switch (one) {
                                case Instant moment -> frame.moment(moment, zone);
                                case LocalDate day -> frame.day(day);
                                default -> one;
                            })
                            .toArray());
        }
    }

    /** Somebody who stands in, now or later, by their names. */
    public record Stands(String who, String instead, StandIn standIn) {}
}
