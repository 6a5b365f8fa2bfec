package tombolo.browser;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as a machine reads it: where its links lead, and what each button of its forms would send. Forms for files are passed over. */
record ReadPage(List<String> links, List<Form> forms) {

    /** One thing a form would send, and what a person would do there: type, tick, or nothing at all. */
    record Field(String name, String value, Kind kind) {}

    /** How a field is filled in. */
    enum Kind {
        HIDDEN,
        CHOSEN,
        TEXT,
        EMAIL,
        TELEPHONE,
        PASSWORD
    }

    /** One button of one form: where it sends what. */
    record Form(String action, boolean posts, String button, List<Field> fields) {
        /** The value of a field, as the page came. */
        Optional<String> value(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .map(Field::value)
                    .findFirst();
        }
    }

    static ReadPage of(PlainClient.Answer answer) {
        Document document = parsed(answer.body());
        List<String> links = new ArrayList<>();
        for (Element anchor : all(document, "a")) {
            if (anchor.hasAttribute("href")) {
                links.add(anchor.getAttribute("href"));
            }
        }
        List<Form> forms = new ArrayList<>();
        for (Element form : all(document, "form")) {
            forms.addAll(read(document, form));
        }
        return new ReadPage(List.copyOf(links), List.copyOf(forms));
    }

    private static List<Form> read(Document document, Element form) {
        List<Field> fields = new ArrayList<>();
        List<Element> buttons = new ArrayList<>();
        for (String tag : List.of("input", "textarea", "select", "button")) {
            for (Element control : all(document, tag)) {
                if (belongs(control, form) && !control.hasAttribute("disabled")) {
                    if (tag.equals("button")) {
                        buttons.add(control);
                    } else {
                        field(control, fields);
                    }
                }
            }
        }
        boolean posts = form.getAttribute("method").equalsIgnoreCase("post");
        if (form.getAttribute("enctype").startsWith("multipart")) {
            return List.of();
        }
        List<Form> ways = new ArrayList<>();
        for (Element button : buttons) {
            if (!button.getAttribute("type").equals("button")) {
                List<Field> sent = new ArrayList<>(fields);
                if (button.hasAttribute("name")) {
                    sent.add(new Field(button.getAttribute("name"), button.getAttribute("value"), Kind.HIDDEN));
                }
                String action = button.hasAttribute("formaction")
                        ? button.getAttribute("formaction")
                        : form.getAttribute("action");
                ways.add(new Form(action, posts, button.getAttribute("name"), List.copyOf(sent)));
            }
        }
        return ways;
    }

    private static boolean belongs(Element control, Element form) {
        if (control.hasAttribute("form")) {
            return control.getAttribute("form").equals(form.getAttribute("id"));
        }
        for (Node at = control.getParentNode(); at != null; at = at.getParentNode()) {
            if (at.equals(form)) {
                return true;
            }
        }
        return false;
    }

    private static void field(Element control, List<Field> fields) {
        String name = control.getAttribute("name");
        if (name.isEmpty()) {
            return;
        }
        switch (control.getTagName()) {
            case "textarea" -> fields.add(new Field(name, control.getTextContent(), Kind.TEXT));
            case "select" -> fields.add(new Field(name, selected(control), Kind.CHOSEN));
            default -> input(control, name, fields);
        }
    }

    private static void input(Element input, String name, List<Field> fields) {
        String value = input.getAttribute("value");
        switch (input.getAttribute("type")) {
            case "hidden" -> fields.add(new Field(name, value, Kind.HIDDEN));
            case "email" -> fields.add(new Field(name, value, Kind.EMAIL));
            case "tel" -> fields.add(new Field(name, value, Kind.TELEPHONE));
            case "password" -> fields.add(new Field(name, value, Kind.PASSWORD));
            case "", "text", "search" ->
                fields.add(new Field(
                        name,
                        value,
                        switch (input.getAttribute("inputmode")) {
                            case "tel" -> Kind.TELEPHONE;
                            case "email" -> Kind.EMAIL;
                            case "numeric", "decimal" -> Kind.CHOSEN;
                            default -> Kind.TEXT;
                        }));
            case "radio" -> {
                boolean first = fields.stream().noneMatch(field -> field.name().equals(name));
                if (input.hasAttribute("checked")) {
                    fields.removeIf(field -> field.name().equals(name));
                }
                if (first || input.hasAttribute("checked")) {
                    fields.add(new Field(name, value, Kind.CHOSEN));
                }
            }
            case "checkbox" -> {
                if (input.hasAttribute("checked")) {
                    fields.add(new Field(name, value.isEmpty() ? "on" : value, Kind.CHOSEN));
                }
            }
            case "submit", "button", "reset", "image", "file" -> {}
            default -> fields.add(new Field(name, value, Kind.CHOSEN));
        }
    }

    private static String selected(Element select) {
        String first = "";
        for (Element option : all(select, "option")) {
            String value = option.hasAttribute("value")
                    ? option.getAttribute("value")
                    : option.getTextContent().strip();
            if (option.hasAttribute("selected")) {
                return value;
            }
            first = first.isEmpty() ? value : first;
        }
        return first;
    }

    private static Document parsed(String html) {
        try {
            HtmlDocumentBuilder builder = new HtmlDocumentBuilder(XmlViolationPolicy.ALTER_INFOSET);
            return builder.parse(new InputSource(new StringReader(html)));
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("The page could not be read", e);
        }
    }

    private static List<Element> all(Node within, String tag) {
        NodeList found = within instanceof Document document
                ? document.getElementsByTagName(tag)
                : ((Element) within).getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
