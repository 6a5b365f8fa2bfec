package tombolo.diary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tombolo.vault.AccountId;

/** Hours of a colleague's that somebody takes while the colleague is away; whoever keeps the absences knows them. */
public interface TakenHours {

    /** Those that begin in this time. */
    List<UUID> by(AccountId who, Instant from, Instant to);
}
