package tombolo.ui;

/** Where in Tombolo a page lies; each area has its own sign-in, and only the public one may be kept by a browser. */
public enum Area {
    PUBLIC("", 5, "/sign-in"),
    MY("/my", 3, "/sign-in"),
    DESK("/desk", 5, "/sign-in/desk");

    private final String path;
    private final int firstPlaces;
    private final String door;

    Area(String path, int firstPlaces, String door) {
        this.path = path;
        this.firstPlaces = firstPlaces;
        this.door = door;
    }

    /** The path every page of the area begins with. */
    public String path() {
        return path;
    }

    /** Where to sign in to it; from a public page, as a person. */
    public String door() {
        return door;
    }

    /** How many places of its menu are always in sight, where there are more. */
    int firstPlaces() {
        return firstPlaces;
    }

    /** The area a path lies in. */
    public static Area of(String path) {
        if (path.equals(MY.path) || path.startsWith(MY.path + "/")) {
            return MY;
        }
        return path.equals(DESK.path) || path.startsWith(DESK.path + "/") ? DESK : PUBLIC;
    }
}
