package tombolo.database;

/** Who speaks to the database: the one who may change its shape, or the one who only works in it. */
enum Role {
    /** Exists only in the PostgreSQL that Tombolo brings: makes the two others, reads and copies everything for a backup. */
    ADMIN("tombolo_admin"),
    OWNER("tombolo_owner"),
    APP("tombolo_app");

    private final String userName;

    Role(String userName) {
        this.userName = userName;
    }

    String userName() {
        return userName;
    }
}
