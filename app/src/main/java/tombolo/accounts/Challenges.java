package tombolo.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import tombolo.time.ProgrammeTime;

/**
 * The questions put to passkeys that have not been answered: each is good for five minutes, for one answer, and for whoever it was
 * put to. They are kept in memory; after a restart one presses again.
 */
@Component
class Challenges {
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final int AT_ONCE = 20_000;

    private final ProgrammeTime time;
    private final Map<Bytes, Open<?>> open = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, Open<?>> eldest) {
            return size() > AT_ONCE;
        }
    };

    Challenges(ProgrammeTime time) {
        this.time = time;
    }

    /** @param to whom it is put: a sign-in, or a door nobody has come through yet */
    synchronized void put(Bytes challenge, String to, Object options) {
        open.put(challenge, new Open<>(to, options, time.now().plus(GOOD_FOR)));
    }

    /** Takes a question back with its answer; a second answer finds none. */
    synchronized <T> Optional<T> take(Bytes challenge, String to, Class<T> kind) {
        Instant now = time.now();
        return Optional.ofNullable(open.remove(challenge))
                .filter(put -> put.to().equals(to) && now.isBefore(put.until()))
                .map(Open::options)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** One question. */
    private record Open<T>(String to, T options, Instant until) {}
}
