package tombolo.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu checker, run inside the tests on the HTML exactly as it was served; what HTML is, it reads once for all pages. */
final class Nu {
    private static final SimpleDocumentValidator CHECKER = checker();

    private Nu() {}

    /** The errors in a page, each with its line; empty when it is sound. */
    static synchronized List<String> errors(String html) {
        Errors errors = new Errors(html.lines().toList());
        try {
            CHECKER.setUpValidatorAndParsers(errors, false, false);
            CHECKER.checkHtmlInputSource(
                    new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("The Nu checker could not read the page", e);
        }
        return errors.found;
    }

    private static SimpleDocumentValidator checker() {
        SimpleDocumentValidator checker = new SimpleDocumentValidator(true, false, true);
        try {
            checker.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, new Errors(List.of()));
        } catch (Exception e) {
            throw new IllegalStateException("The Nu checker has lost its own schema", e);
        }
        return checker;
    }

    /** What is an error; warnings are advice, and are passed over. */
    private record Errors(List<String> lines, List<String> found) implements ErrorHandler {
        Errors(List<String> lines) {
            this(lines, new ArrayList<>());
        }

        @Override
        public void warning(SAXParseException advice) {}

        @Override
        public void error(SAXParseException error) {
            int line = error.getLineNumber();
            boolean known = line > 0 && line <= lines.size();
            found.add(error.getMessage() + " | " + (known ? lines.get(line - 1).strip() : ""));
        }

        @Override
        public void fatalError(SAXParseException error) {
            error(error);
        }
    }
}
