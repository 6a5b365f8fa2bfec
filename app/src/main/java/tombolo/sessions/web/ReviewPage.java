package tombolo.sessions.web;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import tombolo.sessions.SelfReview.Answer;
import tombolo.sessions.SelfReview.Item;

/** The look back at one hour. */
public record ReviewPage(Whose whose, UUID note, List<Item> items, Map<Item, Answer> answers, OptionalInt percentage) {

    public String address() {
        return whose.base() + "/review/" + note;
    }
}
