package tombolo.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tombolo.vault.Role;

/** Everyone the demo knows. They are invented, and the only people who appear in the demo, the tests and the pictures. */
public enum Cast {
    ISHBEL("Ishbel", Home.LOCHSIDE, Cast.WEEKS, Role.THERAPIST),
    IDRIS("Idris", Home.LOCHSIDE, Cast.WEEKS, Role.SUPERVISOR),
    PRIYA("Priya", Home.LOCHSIDE, Cast.WEEKS, Role.MANAGER, Role.ADMIN),
    GRACE("Grace", Home.LOCHSIDE, Cast.WEEKS, Role.FACILITATOR),
    LEA("Lea", Home.LOCHSIDE, Cast.WEEKS, Role.RESEARCHER),
    ANNA("Anna", Home.LOCHSIDE, 6, Role.PERSON),
    JOAN("Joan", Home.LOCHSIDE, 1, Role.PERSON),
    RAVI("Ravi", Home.LOCHSIDE, 15, Role.PERSON),
    EWA("Ewa", Home.LOCHSIDE, 21, Role.PERSON),
    TOM("Tom", Home.LOCHSIDE, 10, Role.PERSON),
    NELL("Nell", Home.LOCHSIDE, 4, Role.PERSON),
    SAM("Sam", Home.LOCHSIDE, 3, Role.PERSON),
    CALLUM("Callum", Home.HARBOUR, Cast.WEEKS, Role.THERAPIST, Role.MANAGER);

    /** How many weeks of the demo's past are told. */
    public static final int WEEKS = 22;

    private final String firstName;
    private final Home home;
    private final int arrives;
    private final Set<Role> roles;

    Cast(String firstName, Home home, int arrives, Role... roles) {
        this.firstName = firstName;
        this.home = home;
        this.arrives = arrives;
        this.roles = EnumSet.copyOf(List.of(roles));
    }

    /** The two practices; the second is there so that isolation can be seen. */
    public enum Home {
        LOCHSIDE("localhost", "Lochside Practice"),
        HARBOUR("harbour.localhost", "Harbour Practice");

        private final String host;
        private final String practice;

        Home(String host, String practice) {
            this.host = host;
            this.practice = practice;
        }

        /** The host name the practice is found under; browsers take any name under localhost for this machine. */
        public String host() {
            return host;
        }

        /** What the practice is called. */
        public String practice() {
            return practice;
        }
    }

    /** The only name there is. */
    public String firstName() {
        return firstName;
    }

    /** The practice this one belongs to. */
    public Home home() {
        return home;
    }

    /** How many weeks before today this one first came. */
    int arrives() {
        return arrives;
    }

    /** What this one may do. */
    public Set<Role> roles() {
        return roles;
    }

    /** The address this one would sign in with; nothing is ever sent to it. */
    public String address() {
        return firstName.toLowerCase(java.util.Locale.ROOT) + "@example.org";
    }

    /** True for those who come for themselves. */
    public boolean isPerson() {
        return roles.contains(Role.PERSON);
    }
}
