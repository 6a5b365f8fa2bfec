package tombolo.enquiries.web;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import tombolo.enquiries.Letter;
import tombolo.people.SafeContact.Way;
import tombolo.people.TypedContact;
import tombolo.ui.Errors;

/** What somebody has typed so far; it lives in the page they look at and nowhere else until they send it. */
public record ReachOutForm(TypedContact contact, String words, String marked) {
    private static final int WORDS = 4000;
    private static final int MARKED = 3000;

    static final ReachOutForm EMPTY = new ReachOutForm(TypedContact.EMPTY, "", "");

    /** Only from what was posted: nothing is ever filled in from an address somebody was sent. */
    static ReachOutForm of(MultiValueMap<String, String> posted) {
        return new ReachOutForm(
                TypedContact.of(posted),
                TypedContact.text(posted.getFirst("words")),
                posted.containsKey("pass-on") ? TypedContact.text(posted.getFirst("marked")) : "");
    }

    /** What is still to be put right, for a practice in that country that may or may not have a number to ring. */
    Errors wrong(String country, boolean mayRingUs) {
        Set<Way> offered = EnumSet.of(Way.PHONE, Way.EMAIL);
        if (mayRingUs) {
            offered.add(Way.THEY_RING);
        }
        Errors errors = Errors.none();
        contact.check(errors, country, offered);
        TypedContact.tooLong(errors, "marked", marked, MARKED);
        TypedContact.tooLong(errors, "words", words, WORDS);
        return errors;
    }

    /** The letter, once nothing is wrong. */
    Letter letter(String country) {
        return new Letter(
                contact.called(), contact.contact(country), TypedContact.given(words), TypedContact.given(marked));
    }

    @Override
    public String toString() {
        return "ReachOutForm[…]";
    }
}
