package tombolo.sessions.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Another person's record was opened after this was begun: whose is it? What was typed is carried on and shown.
 *
 * @param here whose note it was typed into
 * @param address where it is sent if it is theirs
 * @param there whose record was opened since, if the viewer may open it
 */
public record OtherRecordPage(
        Whose here,
        UUID note,
        String address,
        String act,
        int seen,
        Optional<There> there,
        Map<String, String> carried,
        List<Shown> shown) {

    /** The other person, and where their draft can take the words; empty where they have none in hand. */
    public record There(String name, Optional<String> takes) {}

    /** One field, so that it can be read before it is decided. */
    public record Shown(String label, String words) {}
}
