package tombolo.diary.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tombolo.diary.Appointment;
import tombolo.diary.Appointment.State;
import tombolo.diary.Side;
import tombolo.diary.web.BookingForm.Meant;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Frame;

/** What somebody wanted with an hour that was changed meanwhile, beside how it stands now. */
record Slower(Frame frame, ZoneId zone, Instant now, Appointment newest) {

    /** Only what differs of when and how long; how the hour stands, where that says nothing or it is booked no more. */
    List<Difference> wantedToMove(Meant to) {
        List<Difference> all = new ArrayList<>();
        Map<String, String> theirs = facts(newest.start(), newest.minutes());
        facts(to.start(), to.minutes()).forEach((fact, yours) -> {
            if (!yours.equals(theirs.getOrDefault(fact, ""))) {
                all.add(new Difference("diary.desk.book." + fact, yours, theirs.getOrDefault(fact, "")));
            }
        });
        if (all.isEmpty() || newest.state() != State.BOOKED) {
            all.addAll(wanted(""));
        }
        return all;
    }

    List<Difference> wantedToCancel(Side by) {
        boolean isSo = newest.state() == State.CANCELLED && newest.by().equals(Optional.of(by));
        return wanted(isSo ? "" : frame.t("diary.desk.state.CANCELLED." + by));
    }

    List<Difference> wantedToRecord(Outcome outcome) {
        boolean isSo = Outcome.of(newest).equals(Optional.of(outcome));
        return wanted(isSo ? "" : frame.t("diary.desk.outcome." + outcome));
    }

    private List<Difference> wanted(String what) {
        Shown shown = new Shown(newest, zone, now);
        String stands = frame.t("diary.desk.one.when", frame.day(shown.day()), shown.hours())
                + "\n"
                + frame.t("diary.desk.state." + shown.state());
        return List.of(new Difference("diary.desk.conflict", what, stands));
    }

    private Map<String, String> facts(Instant start, int minutes) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("day", frame.day(LocalDate.ofInstant(start, zone)));
        facts.put("time", Shown.clock(start, zone));
        facts.put("minutes", String.valueOf(minutes));
        return facts;
    }
}
