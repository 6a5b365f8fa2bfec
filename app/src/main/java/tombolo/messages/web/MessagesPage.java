package tombolo.messages.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import tombolo.messages.Message;
import tombolo.messages.Words;
import tombolo.people.HowToReach;
import tombolo.ui.Errors;
import tombolo.vault.Confidential;

/**
 * What was written to somebody, and when they may be written to.
 *
 * @param coming what goes out within the next days
 * @param over what is over, the newest first
 * @param unanswered whether something did not reach them and nobody has seen to it
 * @param agreed whether they have agreed to be written to at all
 * @param nothingLeaves whether this practice sends nothing by the way they chose
 * @param hoursInWords whether they said in their own words when it is safe, and nobody has chosen the hours yet
 */
public record MessagesPage(
        Where place,
        List<Line> coming,
        List<Line> over,
        boolean unanswered,
        boolean agreed,
        HowToReach contact,
        boolean nothingLeaves,
        boolean hoursInWords,
        WishForm form,
        Errors errors,
        ZoneId zone) {

    /**
     * Whose messages a page shows.
     *
     * @param base the address of the page
     * @param desk whether staff read it
     * @param name what the person is called, for staff; may be empty
     */
    public record Where(String base, boolean desk, String person, String name) {}

    /** One message as it is told. */
    public record Line(Message message) {

        public String subject() {
            return message.words().map(Words::subject).orElse("");
        }

        public String body() {
            return message.words().map(Words::body).orElse("");
        }

        public String address() {
            return message.address().map(Confidential::words).orElse("");
        }

        /** When it was over, or when it may go. */
        public Instant at() {
            return message.ended().orElse(message.notBefore());
        }

        /** Text key of how it went, or empty where that is not known. */
        public String way() {
            return message.way().map(way -> "messages.way." + way).orElse("");
        }

        /** Text key of what became of it. */
        public String state() {
            return "messages.state." + message.state();
        }

        public boolean urgent() {
            return message.needsSomebody();
        }
    }
}
