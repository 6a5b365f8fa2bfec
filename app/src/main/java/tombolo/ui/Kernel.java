package tombolo.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every page is made with: templates, texts, files and help lines, read once at the start. */
@Configuration(proxyBeanMethods = false)
class Kernel {
    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "tombolo.jte");
    }

    @Bean
    Texts texts(@Value("${tombolo.invented-languages:false}") boolean withInvented) {
        return new Texts(withInvented);
    }

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    List<HelpLines> helpLines() {
        return HelpLines.all();
    }
}
