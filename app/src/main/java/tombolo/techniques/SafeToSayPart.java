package tombolo.techniques;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.Eyes;
import tombolo.people.PartOfRecord;

/** What somebody answered about whether saying hard things is safe: read by whoever walks with them, and nobody else. */
@Component
@Order(46)
final class SafeToSayPart implements PartOfRecord {
    @Override
    public String name() {
        return "safe-to-say";
    }

    @Override
    public String title() {
        return "techniques.safe.part";
    }

    @Override
    public String about() {
        return "techniques.safe.part.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THERAPIST);
    }
}
