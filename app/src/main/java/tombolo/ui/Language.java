package tombolo.ui;

import com.ibm.icu.util.ULocale;
import java.util.Locale;

/** A language people can read Tombolo in. */
public record Language(String tag) {
    /** The language every text exists in. */
    public static final Language ENGLISH = new Language("en");

    /** Which way its lines run, as the {@code dir} attribute has it. */
    public String dir() {
        return ULocale.forLanguageTag(tag.equals("ar-XB") ? "ar" : tag).isRightToLeft() ? "rtl" : "ltr";
    }

    /** For dates and numbers; the invented test languages use English ones. */
    public Locale locale() {
        return isInvented() || tag.equals("en") ? Locale.UK : Locale.forLanguageTag(tag);
    }

    /** True for the two made-up languages that prove no page has words of its own. */
    public boolean isInvented() {
        return tag.equals("en-XA") || tag.equals("ar-XB");
    }
}
