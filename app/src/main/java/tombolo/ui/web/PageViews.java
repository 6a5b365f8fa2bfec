package tombolo.ui.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import tombolo.ui.Area;
import tombolo.ui.Frames;

/** Turns a view's name into its template, and the page record into the page. */
@Component
final class PageViews implements ViewResolver, Ordered {
    private final TemplateEngine templates;
    private final Frames frames;

    PageViews(TemplateEngine templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    /** Before the resolver that would forward to the view's name. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String file = name + ".jte";
        return templates.hasTemplate(file) ? new PageView(file) : null;
    }

    private final class PageView implements View {
        private final String file;

        PageView(String file) {
            this.file = file;
        }

        /** Without it Spring passes the view over. */
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, @Nullable Object> parameters = new HashMap<>();
            if (model != null) {
                parameters.putAll(model);
            }
            parameters.put("frame", frames.of(request));
            Utf8ByteOutput out = new Utf8ByteOutput();
            templates.render(file, parameters, out);
            response.setContentType(getContentType());
            if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, keeping(request));
            }
            if (Area.of(request.getRequestURI()) == Area.PUBLIC) {
                response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            }
            response.setContentLength(out.getContentLength());
            out.writeTo(response.getOutputStream());
        }

        /** A public page may be kept five minutes; anything answered to a form, or in an area of its own, never. */
        private static String keeping(HttpServletRequest request) {
            boolean open = Area.of(request.getRequestURI()) == Area.PUBLIC
                    && request.getMethod().equals("GET");
            return open ? "public, max-age=300" : "no-store";
        }
    }
}
