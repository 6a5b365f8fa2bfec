package tombolo.people.web;

import java.time.ZoneId;
import java.util.List;
import tombolo.people.PartOfRecord;
import tombolo.people.StandIn;

/** What others may see, read from the very rules that let them. */
public record SeenPage(
        List<String> therapists,
        List<Stands> standIns,
        List<PartOfRecord> therapist,
        List<PartOfRecord> manager,
        List<PartOfRecord> onlyMe,
        boolean supervision,
        ZoneId zone) {

    /** Somebody who stands in, now or later, by their names. */
    public record Stands(String who, String instead, StandIn standIn) {}
}
