package tombolo.ui;

/** A place in an area's menu: a module offers one as a bean. {@code text} is a text key; lower {@code order} comes first. */
public record NavigationEntry(Area area, int order, String href, String text) {}
