package tombolo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** A device in the words its owner would use: "Firefox on Android". Nothing finer is kept. */
final class Device {
    private static final String UNKNOWN = "?";

    private Device() {}

    static String of(HttpServletRequest request) {
        return of(Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
    }

    static String of(String agent) {
        return browser(agent) + "|" + system(agent);
    }

    private static String browser(String agent) {
        if (has(agent, "Edg[A-Za-z]*/")) {
            return "Edge";
        } else if (has(agent, "OPR/|Opera")) {
            return "Opera";
        } else if (has(agent, "SamsungBrowser")) {
            return "Samsung Internet";
        } else if (has(agent, "Firefox|FxiOS")) {
            return "Firefox";
        } else if (has(agent, "Chrom|CriOS")) {
            return "Chrome";
        }
        return has(agent, "Safari") ? "Safari" : UNKNOWN;
    }

    private static String system(String agent) {
        if (has(agent, "iPhone")) {
            return "iPhone";
        } else if (has(agent, "iPad")) {
            return "iPad";
        } else if (has(agent, "Android")) {
            return "Android";
        } else if (has(agent, "Windows")) {
            return "Windows";
        } else if (has(agent, "Mac OS X|Macintosh")) {
            return "Mac";
        } else if (has(agent, "CrOS")) {
            return "Chromebook";
        }
        return has(agent, "Linux") ? "Linux" : UNKNOWN;
    }

    private static boolean has(String agent, String marks) {
        return Pattern.compile(marks).matcher(agent).find();
    }
}
