package tombolo.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** The Nu checker, run inside the tests on the HTML exactly as it was served. */
final class Nu {
    private static final EmbeddedValidator CHECKER = checker();

    private Nu() {}

    /** The errors in a page, each with its place and an extract; empty when it is sound. */
    static List<String> errors(String html) {
        try {
            String said = CHECKER.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            List<String> errors = new ArrayList<>();
            for (JsonElement message :
                    JsonParser.parseString(said).getAsJsonObject().getAsJsonArray("messages")) {
                JsonObject found = message.getAsJsonObject();
                if (!found.get("type").getAsString().equals("info")) {
                    String extract = found.has("extract") ? found.get("extract").getAsString() : "";
                    errors.add(found.get("message").getAsString() + " | " + extract.strip());
                }
            }
            return errors;
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("The Nu checker could not read the page", e);
        }
    }

    private static EmbeddedValidator checker() {
        EmbeddedValidator checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        return checker;
    }
}
