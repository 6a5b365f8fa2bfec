package tombolo.people;

import java.time.Instant;
import java.util.List;

/**
 * When somebody last did something here by their own hand. A module offers one as a bean, so that nobody who comes every week
 * is greeted as if they had been away.
 */
public interface OwnMark {

    /** The moment of the last of it; nothing where there is none. */
    Glance<List<Instant>> glance();
}
