package tombolo.database;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that somebody else looks after, for the verbs that work on it from outside. */
public final class GivenDatabase {
    private GivenDatabase() {}

    public static DataSource at(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return Connections.careful(source);
    }

    /** @throws UnsafeStart when the application's role may do more than it should */
    public static void bringUpToDate(DataSource app, DataSource owner) {
        new Readied(app, owner).checked(new Migrations());
    }

    /** @throws UnsafeStart when the application's role may do more than it should, or nobody answers */
    public static void refuseUnsafe(DataSource app) {
        new Readied(app, null).refusedUnsafe();
    }
}
