package tombolo.demo.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import tombolo.demo.Cast;

/** The page that lets a visitor be any of the cast, and move the clock on. */
public record CastPage(
        String practice, List<Group> groups, String otherPractice, String otherAddress, Instant now, ZoneId zone) {

    /** Those who belong together, under a heading. */
    public record Group(String heading, List<Cast> cast) {
        /** The text key of what there is to know about one of them. */
        public String about(Cast who) {
            return "demo.cast." + key(who);
        }

        /** Where the press that makes a visitor one of them goes. */
        public String action(Cast who) {
            return "/demo/sign-ins/" + key(who);
        }

        private static String key(Cast who) {
            return who.name().toLowerCase(Locale.ROOT);
        }
    }
}
