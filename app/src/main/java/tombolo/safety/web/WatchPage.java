package tombolo.safety.web;

import tombolo.safety.Watch;
import tombolo.ui.Errors;

/**
 * Who answers in this practice when something must be answered, why it is so, and how quick the clock is.
 *
 * @param writes whether colleagues are written to at all when something waits for them
 */
public record WatchPage(
        Watch.Mode mode,
        String answers,
        String cover,
        boolean mayChange,
        boolean writes,
        String opens,
        String closes,
        String ownerMinutes,
        String coverMinutes,
        int version,
        Errors errors) {}
