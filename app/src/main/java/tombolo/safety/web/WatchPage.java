package tombolo.safety.web;

import tombolo.safety.Watch;
import tombolo.ui.Errors;

/** Who answers in this practice when something must be answered, why it is so, and how quick the clock is. */
public record WatchPage(
        Watch.Mode mode,
        String answers,
        String cover,
        boolean mayChange,
        String opens,
        String closes,
        String ownerMinutes,
        String coverMinutes,
        int version,
        Errors errors) {}
