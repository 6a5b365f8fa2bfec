package tombolo.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tries a handful of sealed words of every kind with the keys at hand, without showing one, to see that they fit. */
public final class SealCheck {
    private final Keys keys;
    private final JdbcClient admin;
    private int opened;
    private final List<String> shut = new ArrayList<>();

    private static final String PAST = "_past";

    private SealCheck(Keys keys, JdbcClient admin) {
        this.keys = keys;
        this.admin = admin;
    }

    /** How many opened, and where one did not. */
    public record Outcome(int opened, List<String> shut) {}

    /**
     * @param admin sees every practice
     * @param each how many of each sealed column are tried, taken at random
     */
    public static Outcome tried(DataSource admin, Path keyFolder, int each)
            throws IOException, GeneralSecurityException {
        SealCheck check =
                new SealCheck(new Keys(keyFolder, RootKey.in(keyFolder), System::nanoTime), JdbcClient.create(admin));
        check.columns().forEach(column -> check.tryColumn(column, each));
        return new Outcome(check.opened, check.shut);
    }

    private record Column(String table, String name, boolean person) {}

    private record Sealed(UUID practice, UUID row, @Nullable UUID person, byte[] bytes) {}

    /** Columns of bytes in tables whose rows have an id; those that hold marks or hashes are told by their look below. */
    private List<Column> columns() {
        return admin.sql("""
                        select c.table_name, c.column_name,
                               exists (select from information_schema.columns p where p.table_schema = 'public'
                                   and p.table_name = c.table_name and p.column_name = 'person_id') as person
                          from information_schema.columns c
                         where c.table_schema = 'public' and c.data_type = 'bytea'
                           and exists (select from information_schema.columns i where i.table_schema = 'public'
                                   and i.table_name = c.table_name and i.column_name = 'id' and i.data_type = 'uuid')
                         order by 1, 2""")
                .query((row, number) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    private void tryColumn(Column column, int each) {
        String person = column.person ? "person_id" : "null::uuid";
        admin
                .sql("select practice_id, id, " + person + ", \"" + column.name + "\" from \"" + column.table
                        + "\" where \"" + column.name + "\" is not null order by random() limit :each")
                .param("each", each)
                .query((row, number) -> new Sealed(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getBytes(4)))
                .list()
                .stream()
                .filter(found -> Vault.isSealed(found.bytes))
                .forEach(found -> open(column, found));
    }

    /** A person's words say whose they are; a person's own row is named after them; the rest is the practice's. */
    private void open(Column column, Sealed found) {
        PracticeId practice = new PracticeId(found.practice);
        Place place = new Place(column.table, column.name, found.row);
        Place before = new Place(withoutPast(column.table), column.name, found.row);
        List<KeyName> owners = new ArrayList<>();
        if (found.person != null) {
            owners.add(KeyName.of(practice, new PersonId(found.person)));
        }
        owners.add(KeyName.of(practice, new PersonId(found.row)));
        owners.add(KeyName.of(practice));
        if (owners.stream()
                .anyMatch(owner -> Vault.opens(keys, owner, place, found.bytes)
                        || Vault.opens(keys, owner, before, found.bytes))) {
            opened++;
        } else {
            shut.add(column.table + "." + column.name + " of row " + found.row);
        }
    }

    /** Earlier versions keep the seals of the row they were copied from: those of {@code x_past} were sealed in {@code x}. */
    private static String withoutPast(String table) {
        return table.endsWith(PAST) ? table.substring(0, table.length() - PAST.length()) : table;
    }
}
