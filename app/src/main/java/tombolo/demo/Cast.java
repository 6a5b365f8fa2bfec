package tombolo.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tombolo.vault.Role;

/** Everyone the demo knows. They are invented, and the only people who appear in the demo, the tests and the pictures. */
public enum Cast {
    ISHBEL("Ishbel", Home.LOCHSIDE, Role.THERAPIST),
    IDRIS("Idris", Home.LOCHSIDE, Role.SUPERVISOR),
    PRIYA("Priya", Home.LOCHSIDE, Role.MANAGER),
    GRACE("Grace", Home.LOCHSIDE, Role.FACILITATOR),
    LEA("Lea", Home.LOCHSIDE, Role.RESEARCHER),
    ANNA("Anna", Home.LOCHSIDE, Role.PERSON),
    JOAN("Joan", Home.LOCHSIDE, Role.PERSON),
    RAVI("Ravi", Home.LOCHSIDE, Role.PERSON),
    EWA("Ewa", Home.LOCHSIDE, Role.PERSON),
    TOM("Tom", Home.LOCHSIDE, Role.PERSON),
    NELL("Nell", Home.LOCHSIDE, Role.PERSON),
    SAM("Sam", Home.LOCHSIDE, Role.PERSON),
    CALLUM("Callum", Home.HARBOUR, Role.THERAPIST, Role.MANAGER);

    private final String firstName;
    private final Home home;
    private final Set<Role> roles;

    Cast(String firstName, Home home, Role... roles) {
        this.firstName = firstName;
        this.home = home;
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
