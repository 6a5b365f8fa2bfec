package tombolo.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tries a handful of sealed words of every kind with the keys at hand, without showing one, to see that they fit. */
public final class SealCheck {
    private final Path folder;
    private final Keys keys;
    private final JdbcClient admin;
    private int opened;
    private int keyless;
    private final List<String> shut = new ArrayList<>();

    private static final String PAST = "_past";

    private SealCheck(Path folder, Keys keys, JdbcClient admin) {
        this.folder = folder;
        this.keys = keys;
        this.admin = admin;
    }

    /**
     * How many opened, where one did not, and how many have no key any more: whoever they were about was forgotten since, or
     * the key is lost.
     */
    public record Outcome(int opened, List<String> shut, int keyless) {}

    /**
     * @param admin sees every practice
     * @param each how many of each sealed column are tried, taken at random
     */
    public static Outcome tried(DataSource admin, Path keyFolder, int each)
            throws IOException, GeneralSecurityException {
        SealCheck check = new SealCheck(
                keyFolder, new Keys(keyFolder, RootKey.in(keyFolder), System::nanoTime), JdbcClient.create(admin));
        List<Pointer> pointers = check.pointers();
        check.columns().forEach(column -> check.tryColumn(column, pointers, each));
        return new Outcome(check.opened, check.shut, check.keyless);
    }

    private record Column(String table, String name, boolean person) {}

    /** A column by which a row points to another that says whose it is. */
    private record Pointer(String table, String column, String to) {}

    private record Sealed(UUID practice, UUID row, List<UUID> people, byte[] bytes) {}

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

    private List<Pointer> pointers() {
        return admin.sql("""
                        select here.relname, l.attname, there.relname
                          from pg_constraint k
                          join pg_class here on here.oid = k.conrelid
                          join pg_class there on there.oid = k.confrelid
                          cross join lateral unnest(k.conkey, k.confkey) as pair (l, f)
                          join pg_attribute l on l.attrelid = k.conrelid and l.attnum = pair.l
                          join pg_attribute f on f.attrelid = k.confrelid and f.attnum = pair.f and f.attname = 'id'
                         where k.contype = 'f'
                           and exists (select from pg_attribute p where p.attrelid = k.confrelid and p.attname = 'person_id'
                               and not p.attisdropped)
                         order by 1, 2, 3""")
                .query((row, number) -> new Pointer(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private void tryColumn(Column column, List<Pointer> pointers, int each) {
        List<String> people = new ArrayList<>();
        if (column.person) {
            people.add("t.person_id");
        }
        pointers.stream()
                .filter(pointer -> pointer.table.equals(column.table))
                .map(pointer -> "(select o.person_id from \"" + pointer.to
                        + "\" o where o.practice_id = t.practice_id and o.id = t.\"" + pointer.column + "\")")
                .forEach(people::add);
        admin
                .sql("select t.practice_id, t.id, array_remove(array[" + String.join(", ", people)
                        + "]::uuid[], null), t.\"" + column.name + "\" from \"" + column.table + "\" t where t.\""
                        + column.name + "\" is not null order by random() limit :each")
                .param("each", each)
                .query((row, number) -> new Sealed(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        List.of((UUID[]) row.getArray(3).getArray()),
                        row.getBytes(4)))
                .list()
                .stream()
                .filter(found -> Vault.isSealed(found.bytes))
                .forEach(found -> open(column, found));
    }

    /**
     * A person's words say whose they are, or point to what does; a person's own row is named after them; the rest is the
     * practice's.
     */
    private void open(Column column, Sealed found) {
        PracticeId practice = new PracticeId(found.practice);
        Place place = new Place(column.table, column.name, found.row);
        Place before = new Place(withoutPast(column.table), column.name, found.row);
        List<KeyName> owners = new ArrayList<>();
        found.people.forEach(person -> owners.add(KeyName.of(practice, new PersonId(person))));
        owners.add(KeyName.of(practice, new PersonId(found.row)));
        owners.add(KeyName.of(practice));
        if (owners.stream()
                .anyMatch(owner -> Vault.opens(keys, owner, place, found.bytes)
                        || Vault.opens(keys, owner, before, found.bytes))) {
            opened++;
        } else if (isForgotten(practice, column, found)) {
            keyless++;
        } else {
            shut.add(column.table + "." + column.name + " of row " + found.row);
        }
    }

    /** The practice's key is there, and that of the person is not. The row of a person is named after them. */
    private boolean isForgotten(PracticeId practice, Column column, Sealed found) {
        List<UUID> people = column.table.equals("person") ? List.of(found.row) : found.people;
        return Files.exists(folder.resolve(KeyName.of(practice).file()))
                && people.stream()
                        .anyMatch(person -> !Files.exists(folder.resolve(
                                KeyName.of(practice, new PersonId(person)).file())));
    }

    /** Earlier versions keep the seals of the row they were copied from: those of {@code x_past} were sealed in {@code x}. */
    private static String withoutPast(String table) {
        return table.endsWith(PAST) ? table.substring(0, table.length() - PAST.length()) : table;
    }
}
