package tombolo.vault;

import java.util.UUID;

/** Where a sealed word lies; sealed for one place, it cannot be opened in another. */
public record Place(String table, String column, UUID row) {}
