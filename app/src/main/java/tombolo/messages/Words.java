package tombolo.messages;

import java.util.Optional;

/** What a message says: a line, a few sentences, and perhaps an address to open. */
public record Words(String subject, String body, Optional<String> link) {

    /** As it goes out, the link in a line of its own. */
    String whole() {
        return link.map(address -> body + "\n\n" + address).orElse(body);
    }

    /** As it is kept once it is over: whoever reads it later cannot open what the link opened. */
    Words withoutLink() {
        return new Words(subject, body, Optional.empty());
    }

    @Override
    public String toString() {
        return "Words[…]";
    }
}
