package tombolo.diary.web;

import java.util.Arrays;
import java.util.Optional;
import tombolo.diary.Appointment;
import tombolo.diary.Appointment.State;
import tombolo.diary.Diary;
import tombolo.diary.Side;

/** What became of an appointment, as a therapist chooses it on the page. */
public enum Outcome {
    HELD,
    /** The person could not come, and had said so. */
    PERSON_TOLD,
    /** The person did not come, and had not said so. */
    PERSON,
    /** The therapist could not be there, and had said so. */
    THERAPIST_TOLD,
    /** The therapist was not there, and had not said so. */
    THERAPIST;

    static Optional<Outcome> read(String typed) {
        return Arrays.stream(values()).filter(one -> one.name().equals(typed)).findFirst();
    }

    static Optional<Outcome> of(Appointment appointment) {
        if (appointment.state() == State.HELD) {
            return Optional.of(HELD);
        }
        return appointment.state() == State.MISSED
                ? read(appointment.by().orElseThrow() + (appointment.told() ? "_TOLD" : ""))
                : Optional.empty();
    }

    void record(Diary.Visible diary, Appointment of, int seen) {
        switch (this) {
            case HELD -> diary.held(of.id(), seen);
            case PERSON_TOLD -> diary.missed(of.id(), seen, Side.PERSON, true);
            case PERSON -> diary.missed(of.id(), seen, Side.PERSON, false);
            case THERAPIST_TOLD -> diary.missed(of.id(), seen, Side.THERAPIST, true);
            case THERAPIST -> diary.missed(of.id(), seen, Side.THERAPIST, false);
        }
    }
}
