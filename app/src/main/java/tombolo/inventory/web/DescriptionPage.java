package tombolo.inventory.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tombolo.inventory.Amount;
import tombolo.inventory.Apart;
import tombolo.inventory.Contact;
import tombolo.inventory.Met;
import tombolo.inventory.Position;
import tombolo.inventory.Ring;
import tombolo.inventory.Sector;
import tombolo.inventory.Sense;
import tombolo.inventory.Support;
import tombolo.inventory.Tie;
import tombolo.ui.Errors;

/** The form in which somebody is described: as much or as little as the person likes. */
public record DescriptionPage(
        CirclesPage.Place place, String id, int version, String name, DescriptionForm form, Errors errors) {

    /** What can be chosen in one list: what is sent, and the text key of what is read. */
    public record Option(String value, String text) {}

    public List<Option> positions() {
        return Position.all()
                .map(position -> new Option(position.key(), "inventory.position." + position.key()))
                .toList();
    }

    public List<Option> wishes() {
        return Stream.concat(Stream.of(Ring.values()), Stream.of(Apart.LEFT))
                .map(position -> new Option(position.key(), "inventory.position." + position.key()))
                .toList();
    }

    public List<Option> sectors() {
        return all("sector.", Sector.values());
    }

    public List<Option> ties() {
        return all("tie.", Tie.values());
    }

    public List<Option> often() {
        return all("often.", Contact.Often.values());
    }

    public List<Option> ways() {
        return all("way.", Contact.Way.values());
    }

    public List<Option> supports() {
        return all("support.", Support.values());
    }

    public List<Option> heard() {
        return steps("heard.", Sense.MOST);
    }

    public List<Option> honest() {
        return steps("honest.", Sense.MOST);
    }

    public List<Option> amounts() {
        return steps("amount.", Amount.values().length - 1);
    }

    public List<Option> met() {
        return Arrays.stream(Met.values())
                .map(met -> new Option(
                        DescriptionForm.key(met), "inventory.met." + (Met.values().length - 1 - met.ordinal())))
                .toList();
    }

    public List<Option> yesNo() {
        return List.of(new Option("yes", "inventory.yes"), new Option("no", "inventory.no"));
    }

    private static List<Option> all(String words, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(one -> new Option(DescriptionForm.key(one), "inventory." + words + DescriptionForm.key(one)))
                .toList();
    }

    private static List<Option> steps(String words, int most) {
        return IntStream.rangeClosed(0, most)
                .mapToObj(step -> new Option(String.valueOf(step), "inventory." + words + step))
                .toList();
    }
}
