package tombolo.accounts.web;

import java.util.List;
import java.util.UUID;
import tombolo.ui.Errors;

/** What colleagues see of the requests for a way back: how far each is, never whose. */
public record WitnessPage(List<Line> lines, String number, boolean sure, Errors errors) {

    /** One request. */
    public record Line(UUID id, boolean colleague, long hoursSince, int witnesses, boolean mine, boolean counting) {}
}
