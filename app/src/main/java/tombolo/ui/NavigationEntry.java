package tombolo.ui;

import java.util.Optional;
import java.util.function.Predicate;
import tombolo.vault.Viewer;

/**
 * A place in an area's menu: a module offers one as a bean. {@code text} is a text key; lower {@code order} comes first;
 * {@code whom} says who is shown it, which is no more than a courtesy: the page itself admits or refuses.
 */
public record NavigationEntry(Area area, int order, String href, String text, Predicate<Optional<Viewer>> whom) {
    /** For everybody in the area. */
    public NavigationEntry(Area area, int order, String href, String text) {
        this(area, order, href, text, viewer -> true);
    }
}
