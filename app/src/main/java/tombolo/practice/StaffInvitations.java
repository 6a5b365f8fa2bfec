package tombolo.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.accounts.Account;
import tombolo.accounts.Accounts;
import tombolo.accounts.Secret;
import tombolo.accounts.SignIns;
import tombolo.database.Ids;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** The colleagues asked to join. A link is told once, to whoever asks them; looking at it uses nothing up. */
@Repository
@Transactional
public class StaffInvitations {
    /** A week to join in; after that one asks again. */
    static final Duration LASTS = Duration.ofDays(7);

    private static final String OPEN = " practice_id = :practice and ended is null and ends_at > :now ";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Vault vault;
    private final AuditChain audit;
    private final ProgrammeTime time;

    StaffInvitations(
            JdbcClient jdbc, Accounts accounts, SignIns signIns, Vault vault, AuditChain audit, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.signIns = signIns;
        this.vault = vault;
        this.audit = audit;
        this.time = time;
    }

    /** Asks a colleague to join. */
    public Secret make(Viewer manager, String name, Set<Role> roles) {
        UUID id = Ids.next();
        Secret secret = Secret.fresh();
        Instant now = time.now();
        jdbc.sql("""
                        insert into staff_invitation (practice_id, id, secret_hash, name, roles, invited_by, made_at, ends_at)
                        values (:practice, :id, :hash, :name, :roles, :by, :now, :ends)
                        """)
                .param("practice", PracticeId.current().value())
                .param("id", id)
                .param("hash", secret.hash())
                .param("name", vault.seal(PracticeId.current(), new Place("staff_invitation", "name", id), name))
                .param("roles", roles.stream().sorted().map(Role::name).collect(Collectors.joining(" ")))
                .param("by", manager.account().value())
                .param("now", Timestamp.from(now))
                .param("ends", Timestamp.from(now.plus(LASTS)))
                .update();
        audit.record(manager, Act.INVITED, "practice");
        return secret;
    }

    /** Those whose link is still good, the newest first. */
    public List<StaffInvitation> open() {
        return jdbc.sql("select * from staff_invitation where" + OPEN + "order by made_at desc")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(time.now()))
                .query(this::invitation)
                .list();
    }

    /** The open invitation a link belongs to; used, withdrawn, past and never made all look the same. */
    public Optional<StaffInvitation> of(Secret secret) {
        return jdbc.sql("select * from staff_invitation where" + OPEN + "and secret_hash = :hash")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(time.now()))
                .param("hash", secret.hash())
                .query(this::invitation)
                .optional();
    }

    /** Takes an invitation back. */
    public void withdraw(Viewer manager, UUID id) {
        int withdrawn = jdbc.sql("update staff_invitation set ended = 'WITHDRAWN' where" + OPEN + "and id = :id")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(time.now()))
                .param("id", id)
                .update();
        if (withdrawn == 0) {
            throw new NotFound();
        }
        audit.record(manager, Act.REMOVED, "practice");
    }

    /** Joins: the link is used up, and the new colleague is let in to choose how they sign in. Of two presses one does it. */
    public void join(
            Secret secret, String name, String address, HttpServletRequest request, HttpServletResponse response) {
        StaffInvitation invitation = jdbc.sql("update staff_invitation set ended = 'USED' where" + OPEN
                        + "and secret_hash = :hash returning *")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(time.now()))
                .param("hash", secret.hash())
                .query(this::invitation)
                .optional()
                .orElseThrow(NotFound::new);
        Account colleague =
                accounts.openForStaff(address, name, invitation.roles(), Optional.of(invitation.invitedBy()));
        audit.record(colleague.viewer(), Act.WROTE, "practice");
        signIns.beginEnrolling(colleague.id(), request, response);
    }

    private StaffInvitation invitation(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new StaffInvitation(
                id,
                vault.open(PracticeId.current(), new Place("staff_invitation", "name", id), row.getBytes("name"))
                        .words(),
                Arrays.stream(row.getString("roles").split(" "))
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                new AccountId(row.getObject("invited_by", UUID.class)),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("ends_at").toInstant());
    }
}
