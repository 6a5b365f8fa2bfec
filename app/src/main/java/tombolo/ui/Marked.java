package tombolo.ui;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {@code [[links]]} and {@code **weight**} in it, written out safely. */
record Marked(String text, List<String> hrefs) implements Content {
    private static final Pattern MARK = Pattern.compile("\\[\\[(.+?)]]|\\*\\*(.+?)\\*\\*");

    @Override
    public void writeTo(TemplateOutput out) {
        Matcher mark = MARK.matcher(text);
        int from = 0;
        int link = 0;
        while (mark.find()) {
            out.writeContent(escaped(text.substring(from, mark.start())));
            if (mark.group(1) == null) {
                out.writeContent("<strong>" + escaped(mark.group(2)) + "</strong>");
            } else {
                out.writeContent("<a href=\"" + escaped(hrefs.get(link++)) + "\">" + escaped(mark.group(1)) + "</a>");
            }
            from = mark.end();
        }
        out.writeContent(escaped(text.substring(from)));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
