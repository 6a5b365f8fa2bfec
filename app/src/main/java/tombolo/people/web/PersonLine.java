package tombolo.people.web;

import java.util.List;
import tombolo.ui.Said;
import tombolo.vault.PersonId;

/**
 * Somebody on a list: what to call them, who walks with them, where they are in the work, and the foremost parts of their
 * record the viewer may open.
 */
public record PersonLine(
        PersonId id, String name, List<String> therapists, boolean enrolled, List<Said> glances, List<PartLink> parts) {

    /** A part of the record (text key) and where it is. */
    public record PartLink(String title, String href) {}
}
