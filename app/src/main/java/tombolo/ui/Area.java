package tombolo.ui;

/** Where in Tombolo a page lies; each area has its own sign-in, and only the public one may be kept by a browser. */
public enum Area {
    PUBLIC(""),
    MY("/my"),
    DESK("/desk");

    private final String path;

    Area(String path) {
        this.path = path;
    }

    /** The path every page of the area begins with. */
    public String path() {
        return path;
    }

    /** The area a path lies in. */
    public static Area of(String path) {
        if (path.equals(MY.path) || path.startsWith(MY.path + "/")) {
            return MY;
        }
        return path.equals(DESK.path) || path.startsWith(DESK.path + "/") ? DESK : PUBLIC;
    }
}
