package tombolo.diary.web;

import java.util.List;

/** One's own appointments: those ahead, the next first, and those that are over, the newest first. */
public record MyAppointmentsPage(List<Shown> coming, List<Shown> over) {}
