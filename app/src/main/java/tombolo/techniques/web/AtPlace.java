package tombolo.techniques.web;

import java.time.LocalDate;
import java.util.List;
import tombolo.places.Hours;
import tombolo.places.Phone;
import tombolo.places.PlaceToBelong;

/**
 * The place a piece began at, beside the step that asks when: when it is open, and whom to ring there.
 *
 * @param listed whether it is among the places nearby; of any other nothing is known but its name
 */
public record AtPlace(String name, boolean listed, List<Hours> open, List<Phone> phones) {
    static AtPlace named(String name) {
        return new AtPlace(name, false, List.of(), List.of());
    }

    static AtPlace of(PlaceToBelong place, LocalDate today) {
        return new AtPlace(
                place.name(),
                true,
                place.hours().stream().filter(hours -> hours.hold(today)).toList(),
                place.phones());
    }
}
