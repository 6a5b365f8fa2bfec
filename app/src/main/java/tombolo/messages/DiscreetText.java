package tombolo.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tombolo.messages.MessageKind.Fact;
import tombolo.ui.Language;
import tombolo.ui.Texts;

/**
 * The one place where messages get their words. Whoever sees one on a locked screen, over a shoulder or in a mailbox learns
 * that there is something at a certain time, and nothing else: no name, no field, no place, no word of anybody's.
 */
@Component
public final class DiscreetText {
    private static final Pattern PLAIN_PATH = Pattern.compile("/[a-z]{1,3}/[A-Za-z0-9_-]{16,128}");
    private static final String WHEN = "messages.out.when";

    private final Texts texts;
    private final Map<String, List<Pattern>> telling = new java.util.concurrent.ConcurrentHashMap<>();

    DiscreetText(Texts texts) {
        this.texts = texts;
    }

    /**
     * The words of a kind of message.
     *
     * @param facts exactly those the kind calls for
     */
    Words words(MessageKind kind, Language language, ZoneId zone, Map<String, String> facts) {
        List<String> called = kind.facts().stream().map(Fact::key).sorted().toList();
        if (!facts.keySet().stream().sorted().toList().equals(called)) {
            throw new IllegalArgumentException(kind + " says " + called + ", not " + facts.keySet());
        }
        DateTimeFormatter moment = DateTimeFormatter.ofPattern(texts.say(language, WHEN), language.locale());
        String when = moment(facts.get(Fact.WHEN.key()), moment, zone);
        String before = moment(facts.get(Fact.BEFORE.key()), moment, zone);
        return new Words(
                texts.say(language, "messages.out." + kind + ".subject", when, before),
                texts.say(language, "messages.out." + kind + ".body", when, before),
                Optional.ofNullable(facts.get(Fact.LINK.key())).map(this::neutral));
    }

    private static String moment(@Nullable String instant, DateTimeFormatter format, ZoneId zone) {
        return instant == null ? "" : format.format(Instant.parse(instant).atZone(zone));
    }

    private String neutral(String link) {
        URI address = URI.create(link);
        boolean plain = List.of("https", "http").contains(String.valueOf(address.getScheme()))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && PLAIN_PATH.matcher(address.getRawPath()).matches();
        if (!plain) {
            throw new IllegalArgumentException(
                    "A link in a message is an address of ours with a path like /a/secret, which tells nothing");
        }
        return link;
    }

    /** The first word in it that would tell somebody what this is about. */
    public Optional<String> telling(Language language, String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return patterns(language).stream()
                .map(pattern -> pattern.matcher(plain))
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group().strip())
                .findFirst();
    }

    /** English ones are looked for in every language: they are understood everywhere. */
    private List<Pattern> patterns(Language language) {
        return telling.computeIfAbsent(language.tag(), tag -> {
            List<Pattern> all = new ArrayList<>(read(Language.ENGLISH.tag()));
            if (!tag.equals(Language.ENGLISH.tag())) {
                all.addAll(read(tag));
            }
            return List.copyOf(all);
        });
    }

    /** One beginning of a word a line; {@code =} before it means this whole word and no other. */
    private static List<Pattern> read(String tag) {
        try (InputStream list = DiscreetText.class.getResourceAsStream("/messages/telling/" + tag + ".txt")) {
            if (list == null) {
                return List.of();
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.startsWith("=")
                            ? Pattern.compile("(?<!\\p{L})" + Pattern.quote(line.substring(1)) + "(?!\\p{L})")
                            : Pattern.compile("(?<!\\p{L})" + Pattern.quote(line) + "\\p{L}*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
