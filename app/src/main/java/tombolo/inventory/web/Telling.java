package tombolo.inventory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tombolo.inventory.Amount;
import tombolo.inventory.Apart;
import tombolo.inventory.Change;
import tombolo.inventory.Contact;
import tombolo.inventory.Description;
import tombolo.inventory.Met;
import tombolo.inventory.Position;
import tombolo.inventory.Relationship;
import tombolo.inventory.Sense;
import tombolo.inventory.Standing;
import tombolo.inventory.Step;
import tombolo.inventory.Support;
import tombolo.ui.Frame;

/** Puts what is known of the circles into words of the page's language. */
final class Telling {
    /** As many names as one can listen to in a sentence. */
    private static final int SPOKEN = 3;

    private final Frame frame;

    Telling(Frame frame) {
        this.frame = frame;
    }

    Row row(Relationship who) {
        return new Row(who, shortly(who.description()), sentence(who));
    }

    private String shortly(Description description) {
        List<String> parts = new ArrayList<>();
        if (description.tie() != null) {
            parts.add(say("tie.", description.tie()));
        }
        if (description.isStrained()) {
            parts.add(frame.t("inventory.fact.strain") + ": " + amount(description.strain()));
        }
        return String.join(" · ", parts);
    }

    /** What is read out for somebody's circle. */
    private String sentence(Relationship who) {
        Standing standing = who.standing();
        String sentence = frame.t("inventory.dot", Row.isolated(who.name().words()), position(standing.now()));
        if (standing.wished() != null) {
            sentence = frame.t("inventory.dot.wish", sentence, position(standing.wished()));
        }
        return who.description().isStrained() ? frame.t("inventory.dot.strained", sentence) : sentence;
    }

    /** What has been said about somebody, and nothing about what has not. */
    List<Fact> facts(Relationship who) {
        Description description = who.description();
        List<Fact> facts = new ArrayList<>();
        add(facts, "tie", description.tie() == null ? "" : say("tie.", description.tie()));
        add(facts, "about", description.words().about());
        add(facts, "contact", contact(description.contact()));
        add(facts, "heard", sense("inventory.heard.", description.heard()));
        add(facts, "honest", sense("inventory.honest.", description.honest()));
        add(facts, "received", exchange(description.exchange().received()));
        add(facts, "given", exchange(description.exchange().given()));
        add(facts, "confidant", yesNo(description.confidant()));
        add(facts, "strain", description.strain() == null ? "" : amount(description.strain()));
        add(facts, "good", description.words().good());
        add(facts, "hard", description.words().hard());
        add(facts, "mine", hope(description.words().mine(), description.mineMet()));
        add(facts, "theirs", hope(description.words().theirs(), description.theirsMet()));
        add(facts, "change", description.words().change());
        return facts;
    }

    private static void add(List<Fact> facts, String what, String words) {
        if (!words.isEmpty()) {
            facts.add(new Fact("inventory.fact." + what, words));
        }
    }

    private String contact(Contact contact) {
        List<String> parts = new ArrayList<>();
        if (contact.often() != null) {
            parts.add(say("often.", contact.often()));
        }
        contact.ways().forEach(way -> parts.add(say("way.", way)));
        return String.join(", ", parts);
    }

    private String sense(String words, Sense sense) {
        if (sense.now() == null) {
            return sense.wished() == null ? "" : frame.t("inventory.fact.only-wish", frame.t(words + sense.wished()));
        }
        String now = frame.t(words + sense.now());
        return sense.wished() == null || sense.wished().equals(sense.now())
                ? now
                : frame.t("inventory.fact.wish", now, frame.t(words + sense.wished()));
    }

    private String exchange(Map<Support, Amount> amounts) {
        if (!amounts.isEmpty() && amounts.values().stream().allMatch(amount -> amount == Amount.NONE)) {
            return frame.t("inventory.fact.nothing");
        }
        return amounts.entrySet().stream()
                .filter(entry -> entry.getValue() != Amount.NONE)
                .map(entry ->
                        frame.t("inventory.fact.amount", say("support.", entry.getKey()), amount(entry.getValue())))
                .collect(Collectors.joining(", "));
    }

    private String hope(String words, @Nullable Met met) {
        if (met == null) {
            return words;
        }
        return words.isEmpty()
                ? frame.t("inventory.fact.only-met", met(met))
                : frame.t("inventory.fact.met", words, met(met));
    }

    String met(Met met) {
        return frame.t("inventory.met." + (Met.values().length - 1 - met.ordinal()));
    }

    private String yesNo(@Nullable Boolean answer) {
        return answer == null ? "" : frame.t(answer ? "inventory.yes" : "inventory.no");
    }

    String amount(@Nullable Amount amount) {
        return amount == null ? "" : frame.t("inventory.amount." + amount.ordinal());
    }

    String position(@Nullable Position position) {
        return position == null ? "" : frame.t("inventory.position." + position.key());
    }

    String say(String words, boolean answer) {
        return frame.t("inventory." + words + (answer ? "yes" : "no"));
    }

    String say(String words, Enum<?> one) {
        return frame.t(
                "inventory." + words + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** What was done last, in a sentence. */
    CirclesPage.Last last(Step step) {
        String names = step.changes().stream()
                .limit(SPOKEN)
                .map(change -> Row.isolated(change.after().name().words()))
                .collect(Collectors.joining(", "));
        boolean more = step.changes().size() > SPOKEN;
        String who = more ? frame.t("inventory.said.and-others", names) : names;
        List<String> said = step.changes().stream()
                .map(change -> said(change, who))
                .distinct()
                .toList();
        return new CirclesPage.Last(
                step.number(), said.size() == 1 ? said.getFirst() : frame.t("inventory.said.described", who));
    }

    private String said(Change change, String names) {
        Standing standing = change.after().standing();
        return switch (change.kind()) {
            case ADDED -> frame.t("inventory.said.added", names);
            case MOVED ->
                frame.t(
                        standing.now() instanceof Apart ? "inventory.said.apart" : "inventory.said.moved",
                        names,
                        standing.now() instanceof Apart apart
                                ? frame.t("inventory.group." + apart.key())
                                : position(standing.now()));
            case WISHED ->
                standing.wished() == null
                        ? frame.t("inventory.said.unwished", names)
                        : frame.t("inventory.said.wished", names, position(standing.wished()));
            case REGROUPED -> frame.t("inventory.said.regrouped", names, say("sector.", standing.sector()));
            case DESCRIBED -> frame.t("inventory.said.described", names);
            case REMOVED -> frame.t("inventory.said.removed", names);
            case PUT_BACK -> frame.t("inventory.said.put-back", names);
        };
    }
}
