package tombolo.database;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where the database is: the one Tombolo brings, or one it is given; and who may change the shape of it. */
sealed interface Database extends AutoCloseable {

    DataSource app();

    /** Empty-handed where only the address for daily work was given: then the tables must be up to date already. */
    @Nullable
    DataSource owner();

    @Override
    void close();

    /** The server of our own. */
    record Brought(EmbeddedPostgres server) implements Database {
        @Override
        public DataSource app() {
            return server.as(Role.APP, EmbeddedPostgres.DATABASE);
        }

        @Override
        public DataSource owner() {
            return server.as(Role.OWNER, EmbeddedPostgres.DATABASE);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** A server that somebody else looks after. */
    record Given(String url, @Nullable String migrateUrl) implements Database {
        @Override
        public DataSource app() {
            return GivenDatabase.at(url);
        }

        @Override
        public @Nullable DataSource owner() {
            return migrateUrl == null ? null : GivenDatabase.at(migrateUrl);
        }

        @Override
        public void close() {
            // Not ours to stop.
        }
    }
}
