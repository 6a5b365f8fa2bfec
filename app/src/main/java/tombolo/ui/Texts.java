package tombolo.ui;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Every word on every page: one UTF-8 file a module in {@code i18n/<language>/}, in ICU message syntax. */
public final class Texts {
    private final Map<String, Map<String, String>> patterns = new TreeMap<>();
    private final Map<String, Map<String, Phrase>> phrases = new ConcurrentHashMap<>();

    /** Reads all languages; the two invented ones are added when asked for. */
    public Texts(boolean withInvented) {
        ResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        try {
            for (Resource file : files.getResources("classpath*:i18n/*/*.properties")) {
                read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (withInvented) {
            invent("en-XA");
            invent("ar-XB");
        }
    }

    private void read(Resource file) throws IOException {
        String[] path = file.getURL().getPath().split("/");
        String language = path[path.length - 2];
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        Map<String, String> texts = patterns.computeIfAbsent(language, tag -> new HashMap<>());
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
    }

    private void invent(String tag) {
        Map<String, String> texts = new HashMap<>();
        english()
                .forEach((key, text) ->
                        texts.put(key, key.startsWith("ui.date.") ? text : Invented.translate(tag, text)));
        patterns.put(tag, texts);
    }

    /** The English patterns by key; English has every one. */
    public Map<String, String> english() {
        return in(Language.ENGLISH);
    }

    /** The patterns a language has, by key. */
    public Map<String, String> in(Language language) {
        return patterns.getOrDefault(language.tag(), Map.of());
    }

    /** The languages there are. */
    public List<Language> languages() {
        return patterns.keySet().stream().map(Language::new).toList();
    }

    /** True where the key exists, so that a key from outside is never trusted. */
    public boolean has(String key) {
        return english().containsKey(key);
    }

    /** The text in that language, else in English. */
    public String say(Language language, String key, @Nullable Object... arguments) {
        return phrases.computeIfAbsent(language.tag(), tag -> new ConcurrentHashMap<>())
                .computeIfAbsent(key, it -> phrase(language, it))
                .say(arguments);
    }

    private Phrase phrase(Language language, String key) {
        String pattern =
                Optional.ofNullable(in(language).get(key)).orElse(english().get(key));
        if (pattern == null) {
            throw new IllegalArgumentException("There is no text for " + key + " in i18n/en");
        }
        return new Phrase(new MessageFormat(pattern, language.locale()));
    }

    /** A text that was chosen elsewhere, with what stands in it. */
    public String say(Language language, Said said) {
        return say(language, said.key(), said.arguments().toArray());
    }

    /** The language asked for by name ({@code ?lang=}), else the first the browser accepts, else English. */
    public Language choose(@Nullable String asked, List<Locale> accepted) {
        if (asked != null && patterns.containsKey(asked)) {
            return new Language(asked);
        }
        return accepted.stream()
                .flatMap(locale -> Arrays.asList(locale.toLanguageTag(), locale.getLanguage()).stream())
                .filter(tag -> patterns.containsKey(tag) && !new Language(tag).isInvented())
                .findFirst()
                .map(Language::new)
                .orElse(Language.ENGLISH);
    }

    /** A text of one language, read once: a page says a hundred of them, and reading one costs more than saying it. */
    private static final class Phrase {
        private final MessageFormat format;
        private final Optional<String> always;

        Phrase(MessageFormat format) {
            this.format = format;
            this.always =
                    format.getArgumentNames().isEmpty() ? Optional.of(format.format(new Object[0])) : Optional.empty();
        }

        String say(@Nullable Object... arguments) {
            if (always.isPresent()) {
                return always.get();
            }
            synchronized (format) { // it keeps its place while it speaks
                return format.format(arguments);
            }
        }
    }
}
