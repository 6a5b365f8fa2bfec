package tombolo.continuity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import tombolo.database.OwnDatabase;

/** What a backup says about itself: when and how it was made, and how many rows each table had before and after. */
record Manifest(Instant at, Kind kind, Counts before, Counts after) {
    private static final String FOLDER = "manifest";

    /** How the database was copied. */
    enum Kind {
        /** Its files, with the log of what happened meanwhile: the same PostgreSQL is needed to read them. */
        FILES,
        /** Its rows, which any PostgreSQL takes back. */
        ROWS
    }

    void put(Bundle bundle) throws IOException {
        bundle.add(FOLDER + "/at", at.toString());
        bundle.add(FOLDER + "/kind", kind.name());
        bundle.add(FOLDER + "/before", before.text());
        bundle.add(FOLDER + "/after", after.text());
    }

    /** @throws Trouble when the backup was not written to its end */
    static Manifest in(Path unpacked) throws IOException {
        Path folder = unpacked.resolve(FOLDER);
        if (!Files.exists(folder.resolve("after"))) {
            throw new Trouble("This backup is not whole: it says nothing about what is in it.");
        }
        return new Manifest(
                Instant.parse(Files.readString(folder.resolve("at"))),
                Kind.valueOf(Files.readString(folder.resolve("kind"))),
                Counts.parse(Files.readString(folder.resolve("before"))),
                Counts.parse(Files.readString(folder.resolve("after"))));
    }

    /** The copy, running where it was unpacked, for looking over. */
    OwnDatabase opened(Path unpacked, Path data) throws IOException {
        return switch (kind) {
            case FILES -> OwnDatabase.trial(unpacked, data);
            case ROWS -> {
                OwnDatabase empty = OwnDatabase.emptyTrial(unpacked, data);
                try {
                    new RowCopy(empty.owner()).back(unpacked);
                    yield empty;
                } catch (IOException | SQLException | RuntimeException e) {
                    empty.close();
                    throw new Trouble("The rows could not be put back: " + e.getMessage(), e);
                }
            }
        };
    }
}
