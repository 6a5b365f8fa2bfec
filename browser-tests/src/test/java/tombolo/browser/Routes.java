package tombolo.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every address the packaged application answers, read from the mappings on its own controllers: no list kept by hand. */
final class Routes {
    private static final String WEB = "Lorg/springframework/web/bind/annotation/";
    private static final Map<String, String> VERBS = Map.of(
            WEB + "GetMapping;", "GET",
            WEB + "PostMapping;", "POST",
            WEB + "PutMapping;", "PUT",
            WEB + "PatchMapping;", "PATCH",
            WEB + "DeleteMapping;", "DELETE");

    private Routes() {}

    /** One address with one verb, such as {@code GET /desk/people/{id}}, and the controller that answers it. */
    record Route(String verb, String path, String controller) {
        /** Does an address that was really visited belong to this route? */
        boolean answers(String asked, String address) {
            return verb.equals(asked)
                    && address.matches(
                            path.replaceAll("\\{[^/}]*\\*\\*?}|/\\*\\*", "/.*").replaceAll("\\{[^/}]+}", "[^/]+"));
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    static List<Route> all() {
        Set<Route> routes = new TreeSet<>(Comparator.comparing(Route::path).thenComparing(Route::verb));
        try (FileSystem shipped = Packaged.opened();
                Stream<Path> files = Files.walk(shipped.getPath("/BOOT-INF/classes/tombolo"))) {
            for (Path file :
                    files.filter(found -> found.toString().endsWith(".class")).toList()) {
                routes.addAll(in(ClassFile.of().parse(Files.readAllBytes(file))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The packaged application could not be read", e);
        }
        return List.copyOf(routes);
    }

    private static List<Route> in(ClassModel type) {
        List<String> stems = new ArrayList<>();
        annotations(type).stream()
                .filter(found -> found.className().equalsString(WEB + "RequestMapping;"))
                .forEach(found -> stems.addAll(paths(found)));
        if (stems.isEmpty()) {
            stems.add("");
        }
        List<Route> routes = new ArrayList<>();
        for (MethodModel method : type.methods()) {
            for (Annotation mapping : annotations(method)) {
                String kind = mapping.className().stringValue();
                for (String verb : verbs(mapping, kind)) {
                    for (String stem : stems) {
                        for (String path : paths(mapping)) {
                            String whole = (stem + path).isEmpty() ? "/" : stem + path;
                            routes.add(new Route(verb, whole, type.thisClass().asInternalName()));
                        }
                    }
                }
            }
        }
        return routes;
    }

    private static List<String> verbs(Annotation mapping, String kind) {
        if (VERBS.containsKey(kind)) {
            return List.of(VERBS.getOrDefault(kind, ""));
        }
        if (!kind.equals(WEB + "RequestMapping;")) {
            return List.of();
        }
        List<String> named = values(mapping, "method");
        return named.isEmpty() ? List.of("GET", "POST") : named;
    }

    private static List<String> paths(Annotation mapping) {
        List<String> paths = new ArrayList<>(values(mapping, "value"));
        paths.addAll(values(mapping, "path"));
        return paths.isEmpty() ? List.of("") : paths;
    }

    private static List<String> values(Annotation annotation, String name) {
        List<String> values = new ArrayList<>();
        for (AnnotationElement element : annotation.elements()) {
            if (element.name().equalsString(name)) {
                flatten(element.value(), values);
            }
        }
        return values;
    }

    private static void flatten(AnnotationValue value, List<String> into) {
        switch (value) {
            case AnnotationValue.OfArray array -> array.values().forEach(one -> flatten(one, into));
            case AnnotationValue.OfString words -> into.add(words.stringValue());
            case AnnotationValue.OfEnum constant ->
                into.add(constant.constantName().stringValue());
            default -> throw new IllegalStateException("A mapping holds " + value + ", which is not understood here");
        }
    }

    private static List<Annotation> annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(found -> found.annotations())
                .orElse(List.of());
    }
}
