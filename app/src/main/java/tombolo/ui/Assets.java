package tombolo.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Our stylesheet, scripts and pictures, each under an address that changes with its content so that it can be kept for ever. */
public final class Assets {
    private final Map<String, Asset> byAddress = new TreeMap<>();
    private final Map<String, String> addresses = new TreeMap<>();

    /** Reads every file in {@code static/}. */
    public Assets() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:static/*.*")) {
                add(String.valueOf(file.getFilename()), file.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String name, byte[] content) {
        int dot = name.lastIndexOf('.');
        String address = "/assets/%s.%s%s".formatted(name.substring(0, dot), print(content), name.substring(dot));
        addresses.put(name, address);
        byAddress.put(address, new Asset(name, content, type(name.substring(dot + 1))));
    }

    private static String print(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String type(String ending) {
        return switch (ending) {
            case "css" -> "text/css;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            case "webmanifest" -> "application/manifest+json";
            case "png" -> "image/png";
            default -> throw new IllegalStateException("static/ has a file of a kind we do not serve: ." + ending);
        };
    }

    /** The address to link to. */
    public String address(String name) {
        return Optional.ofNullable(addresses.get(name))
                .orElseThrow(() -> new IllegalArgumentException("static/ has no " + name));
    }

    /** What lies at an address. */
    public Optional<Asset> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** What lies under a file's own name. */
    public Asset named(String name) {
        return at(address(name)).orElseThrow();
    }

    /** One file. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Asset(String name, byte[] content, String type) {}
}
