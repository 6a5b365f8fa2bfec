package tombolo.people;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.time.ProgrammeTime;
import tombolo.ui.MayBeRead;
import tombolo.vault.PersonId;

/** What somebody writes may be read as long as somebody walks with them, or stands in for one who does. */
@Component
class WhoReads implements MayBeRead {
    private final People people;
    private final StandIns standIns;
    private final ProgrammeTime time;

    WhoReads(People people, StandIns standIns, ProgrammeTime time) {
        this.people = people;
        this.standIns = standIns;
        this.time = time;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayBeRead(PersonId writer) {
        return people.isWalkedWith(writer) || !standIns.of(writer, time.now()).isEmpty();
    }
}
