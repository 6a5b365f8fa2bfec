package tombolo.people.web;

import java.util.List;
import tombolo.people.PartOfRecord;

/** What others may see, read from the very rules that let them. */
public record SeenPage(
        List<String> therapists,
        List<PartOfRecord> therapist,
        List<PartOfRecord> manager,
        List<PartOfRecord> onlyMe,
        boolean supervision) {}
