package tombolo.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.database.CurrentPractice;
import tombolo.time.ProgrammeTime;

/** The record of who looked at what, kept so that nobody can quietly change it, whatever rights they have. */
public final class AuditChain {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ProgrammeTime time;

    AuditChain(JdbcClient jdbc, TransactionTemplate transaction, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.time = time;
    }

    /** Something of a person's record; {@code what} is the noun of a module ("inventory"), never what was written. */
    public void record(Viewer viewer, Act act, PersonId about, String what) {
        record(new Line(time.now(), viewer.account().value(), words(viewer.roles()), act, about.value(), what));
    }

    /** Something that is about no person: signing in, or a setting of the practice. */
    public void record(Viewer viewer, Act act, String what) {
        record(new Line(time.now(), viewer.account().value(), words(viewer.roles()), act, null, what));
    }

    /** Something done by nobody who is signed in: Tombolo itself, or a visitor. */
    public void record(Act act, String what) {
        record(new Line(time.now(), null, "", act, null, what));
    }

    /** Something of a person's record done by nobody who is signed in: a visitor who reaches out, or time running out. */
    public void record(Act act, PersonId about, String what) {
        record(new Line(time.now(), null, "", act, about.value(), what));
    }

    /** Who has looked at this person's record, newest first. */
    public List<Entry> about(PersonId person) {
        return jdbc.sql("select seq, at, actor, roles, act, about, what from audit_entry"
                        + " where practice_id = :practice and about = :person order by at desc, seq desc")
                .param("practice", CurrentPractice.id())
                .param("person", person.value())
                .query(AuditChain::entry)
                .list();
    }

    /** In the transaction of what it records, or in one of its own where there is none. */
    private void record(Line line) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            transaction.executeWithoutResult(status -> append(List.of(line)));
            return;
        }
        Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        pending.add(line);
    }

    /** Lines of one chain, one after the other, by one statement. */
    private void append(List<Line> lines) {
        jdbc.sql("select audit_append(:practice, :chain, cast(:moments as timestamptz[]), cast(:actors as uuid[]),"
                        + " :roles, :acts, cast(:abouts as uuid[]), :whats)")
                .param("practice", CurrentPractice.id())
                .param("chain", lines.getFirst().bucket(), Types.SMALLINT)
                .param("moments", words(lines, Line::at))
                .param("actors", words(lines, Line::actor))
                .param("roles", words(lines, Line::roles))
                .param("acts", words(lines, Line::act))
                .param("abouts", words(lines, Line::about))
                .param("whats", words(lines, Line::what))
                .query(Long.class)
                .single();
    }

    private static @Nullable String[] words(List<Line> lines, Function<Line, @Nullable Object> of) {
        return lines.stream()
                .map(of)
                .map(it -> it == null ? null : it.toString())
                .toArray(String[]::new);
    }

    /** On a thread of its own: this one still holds the connection of the transaction that was undone. */
    private void appendApart(Line line) {
        UUID practice = CurrentPractice.id();
        Thread.ofVirtual()
                .start(() -> CurrentPractice.within(
                        practice, () -> transaction.executeWithoutResult(status -> append(List.of(line)))));
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(row.getString("roles").split(" "))
                .filter(word -> !word.isEmpty())
                .map(Role::valueOf)
                .forEach(roles::add);
        Instant at = row.getTimestamp("at").toInstant();
        Optional<AccountId> actor =
                Optional.ofNullable(row.getObject("actor", UUID.class)).map(AccountId::new);
        Optional<PersonId> about =
                Optional.ofNullable(row.getObject("about", UUID.class)).map(PersonId::new);
        return new Entry(
                row.getLong("seq"), at, actor, roles, Act.valueOf(row.getString("act")), about, row.getString("what"));
    }

    private record Line(
            Instant at,
            @Nullable UUID actor,
            String roles,
            Act act,
            @Nullable UUID about,
            String what) {
        short bucket() {
            return Link.bucketOf(about);
        }
    }

    /** Written just before the commit and in the order of the chains, so that two transactions never wait for each other. */
    private final class Pending implements TransactionSynchronization {
        private final List<Line> lines = new ArrayList<>();
        private boolean written;

        void add(Line line) {
            lines.add(line);
            if (written) {
                append(List.of(line));
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            new TreeMap<>(lines.stream().collect(Collectors.groupingBy(Line::bucket)))
                    .values()
                    .forEach(AuditChain.this::append);
        }

        /**
         * What was refused is remembered also when the refusal undid the transaction; and what was looked at, since a page
         * that shows two versions shows words although nothing was written.
         */
        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(AuditChain.this);
            if (status != STATUS_COMMITTED) {
                lines.stream()
                        .filter(line -> line.act == Act.DENIED || line.act == Act.READ)
                        .forEach(AuditChain.this::appendApart);
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(AuditChain.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(AuditChain.this, this);
        }
    }
}
