package tombolo.accounts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.accounts.Account.Standing;
import tombolo.database.Ids;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Area;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;

/** Everybody who may sign in to the present practice. */
@Repository
@Transactional
public class Accounts {
    private static final String ACCOUNT = """
            select a.practice_id, a.id, a.area, a.standing, a.person_id, a.invited_by, a.opened_at,
                   array(select r.role from account_role r where r.practice_id = a.practice_id and r.account_id = a.id)
                       as roles
            from account a
            where a.practice_id = :practice
            """;

    private final JdbcClient jdbc;
    private final Words words;
    private final ProgrammeTime time;

    Accounts(JdbcClient jdbc, Words words, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.words = words;
        this.time = time;
    }

    /** Opens an account for a colleague, who chooses how to sign in before anything else. */
    public Account openForStaff(String address, String name, Set<Role> roles, Optional<AccountId> invitedBy) {
        if (roles.isEmpty() || roles.contains(Role.PERSON)) {
            throw new IllegalArgumentException("a colleague has at least one role at the desk, not " + roles);
        }
        return open(Area.DESK, Optional.empty(), Optional.of(address), Optional.of(name), roles, invitedBy);
    }

    /** Opens the one account of a person; a second invitation can never open the first one's door. */
    public Account openForPerson(PersonId person, Optional<String> address) {
        return open(Area.MY, Optional.of(person), address, Optional.empty(), EnumSet.of(Role.PERSON), Optional.empty());
    }

    private Account open(
            Area area,
            Optional<PersonId> person,
            Optional<String> address,
            Optional<String> name,
            Set<Role> roles,
            Optional<AccountId> invitedBy) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into account (practice_id, id, area, standing, person_id, address_index, address, name,
                                             user_handle, invited_by, opened_at)
                        values (:practice, :id, :area, 'ENROLLING', :person, :index, :address, :name,
                                :handle, :invitedBy, :now)
                        """)
                .param("practice", PracticeId.current().value())
                .param("id", id)
                .param("area", area.name())
                .param("person", person.map(PersonId::value).orElse(null))
                .param(
                        "index",
                        address.map(typed -> words.index(Address.indexed(area, typed)))
                                .orElse(null))
                .param(
                        "address",
                        address.map(typed -> words.seal(person, "account", "address", id, typed.strip()))
                                .orElse(null))
                .param(
                        "name",
                        name.map(typed -> words.seal(person, "account", "name", id, typed.strip()))
                                .orElse(null))
                .param("handle", Secret.randomBytes(32))
                .param("invitedBy", invitedBy.map(AccountId::value).orElse(null))
                .param("now", Timestamp.from(time.now()))
                .update();
        write(id, roles);
        return get(new AccountId(id));
    }

    /** The account of this practice with this id; any other id finds nothing. */
    public Account get(AccountId id) {
        return find(id).orElseThrow(NotFound::new);
    }

    public Optional<Account> find(AccountId id) {
        return jdbc.sql(ACCOUNT + " and a.id = :id")
                .param("practice", PracticeId.current().value())
                .param("id", id.value())
                .query(Accounts::account)
                .optional();
    }

    /** The account of a person, if they have one. */
    public Optional<Account> of(PersonId person) {
        return jdbc.sql(ACCOUNT + " and a.person_id = :person")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .query(Accounts::account)
                .optional();
    }

    /** The account somebody means by the name they sign in with. */
    public Optional<Account> withAddress(Area area, String typed) {
        return jdbc.sql(ACCOUNT + " and a.area = :area and a.address_index = :index")
                .param("practice", PracticeId.current().value())
                .param("area", area.name())
                .param("index", words.index(Address.indexed(area, typed)))
                .query(Accounts::account)
                .optional();
    }

    Optional<Account> withHandle(byte[] userHandle) {
        return jdbc.sql(ACCOUNT + " and a.user_handle = :handle")
                .param("practice", PracticeId.current().value())
                .param("handle", userHandle)
                .query(Accounts::account)
                .optional();
    }

    /** True when nobody else signs in to the area with this name. */
    public boolean isFree(Area area, String address) {
        return withAddress(area, address).isEmpty();
    }

    /** Every colleague of the practice, also those who have left, but nobody who gave up joining; the oldest first. */
    public List<Account> staff() {
        return jdbc.sql(ACCOUNT + " and a.area = 'DESK' and a.address_index is not null order by a.opened_at, a.id")
                .param("practice", PracticeId.current().value())
                .query(Accounts::account)
                .list();
    }

    /** A colleague's name. */
    public String nameOf(AccountId colleague) {
        return sealed(colleague, "name").orElseThrow(NotFound::new);
    }

    /** A colleague's name; those who come for themselves have none with their account. */
    public Optional<String> nameIfAny(AccountId id) {
        return sealed(id, "name");
    }

    /** What an account signs in with, where it has a name to sign in with. */
    public Optional<String> addressOf(AccountId id) {
        return sealed(id, "address");
    }

    private Optional<String> sealed(AccountId id, String column) {
        return jdbc.sql("select person_id, " + column
                        + " as sealed from account where practice_id = :practice and id = :id")
                .param("practice", PracticeId.current().value())
                .param("id", id.value())
                .query((row, n) -> {
                    byte[] bytes = row.getBytes("sealed");
                    return bytes == null ? "" : words.open(person(row), "account", column, id.value(), bytes);
                })
                .optional()
                .filter(text -> !text.isEmpty());
    }

    /** What a colleague may do from now on; it holds from their next request. */
    public void giveRoles(AccountId colleague, Set<Role> roles) {
        Account account = get(colleague);
        if (account.area() != Area.DESK || roles.isEmpty() || roles.contains(Role.PERSON)) {
            throw new IllegalArgumentException("roles are given to colleagues, not " + roles + " in " + account.area());
        }
        jdbc.sql("delete from account_role where practice_id = :practice and account_id = :id")
                .param("practice", PracticeId.current().value())
                .param("id", colleague.value())
                .update();
        write(colleague.value(), roles);
    }

    private void write(UUID id, Set<Role> roles) {
        for (Role role : roles) {
            jdbc.sql("insert into account_role (practice_id, account_id, role) values (:practice, :id, :role)")
                    .param("practice", PracticeId.current().value())
                    .param("id", id)
                    .param("role", role.name())
                    .update();
        }
    }

    /** The account of somebody who is being forgotten goes, with everything they could sign in with. */
    public void forget(PersonId person) {
        jdbc.sql("delete from account where practice_id = :practice and person_id = :person")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .update();
    }

    /** Closes an account: whoever is signed in with it stops at their next request, and nobody gets in again. */
    public void disable(AccountId id) {
        stand(id, Standing.DISABLED);
        jdbc.sql("delete from sign_in where practice_id = :practice and account_id = :id")
                .param("practice", PracticeId.current().value())
                .param("id", id.value())
                .update();
    }

    /** Opens a closed account again; its keys are the ones it had. */
    public void enable(AccountId id) {
        stand(id, Standing.ACTIVE);
    }

    void stand(AccountId id, Standing standing) {
        jdbc.sql(
                        "update account set standing = :standing, version = version + 1 where practice_id = :practice and id = :id")
                .param("standing", standing.name())
                .param("practice", PracticeId.current().value())
                .param("id", id.value())
                .update();
    }

    /** Somebody began to enrol and never finished: the name they chose is free again, and their half-made account is closed. */
    public void giveBackAddress(AccountId id) {
        jdbc.sql("""
                        update account set address_index = null, address = null, standing = 'DISABLED', version = version + 1
                        where practice_id = :practice and id = :id and standing = 'ENROLLING'
                        """)
                .param("practice", PracticeId.current().value())
                .param("id", id.value())
                .update();
    }

    void readdress(AccountId id, String address) {
        Account account = get(id);
        jdbc.sql("""
                        update account set address_index = :index, address = :address, version = version + 1
                        where practice_id = :practice and id = :id
                        """)
                .param("index", words.index(Address.indexed(account.area(), address)))
                .param("address", words.seal(account.person(), "account", "address", id.value(), address.strip()))
                .param("practice", PracticeId.current().value())
                .param("id", id.value())
                .update();
    }

    @Nullable
    String passwordOf(AccountId id) {
        return hash(id, "password");
    }

    void setPassword(AccountId id, @Nullable String hash) {
        setHash(id, "password", hash);
    }

    @Nullable
    String phraseOf(AccountId id) {
        return hash(id, "phrase");
    }

    void setPhrase(AccountId id, @Nullable String hash) {
        setHash(id, "phrase", hash);
    }

    byte[] handleOf(AccountId id) {
        return jdbc.sql("select user_handle from account where practice_id = :practice and id = :id")
                .param("practice", PracticeId.current().value())
                .param("id", id.value())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private @Nullable String hash(AccountId id, String column) {
        List<Optional<String>> found = jdbc.sql(
                        "select " + column + " from account where practice_id = :practice and id = :id")
                .param("practice", PracticeId.current().value())
                .param("id", id.value())
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .list();
        return found.isEmpty() ? null : found.getFirst().orElse(null);
    }

    private void setHash(AccountId id, String column, @Nullable String hash) {
        jdbc.sql("update account set " + column
                        + " = :hash, version = version + 1 where practice_id = :practice and id = :id")
                .param("hash", hash)
                .param("practice", PracticeId.current().value())
                .param("id", id.value())
                .update();
    }

    static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new PracticeId(row.getObject("practice_id", UUID.class)),
                new AccountId(row.getObject("id", UUID.class)),
                Area.valueOf(row.getString("area")),
                Standing.valueOf(row.getString("standing")),
                roles(row.getArray("roles")),
                person(row),
                Optional.ofNullable(row.getObject("invited_by", UUID.class)).map(AccountId::new),
                instant(row, "opened_at"));
    }

    static Set<Role> roles(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<PersonId> person(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
