package tombolo.measures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.instruments.Instrument;
import tombolo.measures.Questionnaires;
import tombolo.ui.Language;
import tombolo.ui.NotFound;

/** Blank questionnaires to print, of those whose words may be shown here. They are about nobody, so all staff may. */
@Controller
class OnPaperController {
    private final Questionnaires questionnaires;
    private final Sheets sheets;

    OnPaperController(Questionnaires questionnaires, Sheets sheets) {
        this.questionnaires = questionnaires;
        this.sheets = sheets;
    }

    @GetMapping("/desk/questions-on-paper")
    String blank(
            @RequestParam(name = "measure", required = false) @Nullable List<String> measures,
            Language language,
            Model model) {
        List<Instrument> chosen = (measures == null ? Questionnaires.EACH_SESSION : measures)
                .stream()
                        .distinct()
                        .map(id -> questionnaires.askable(id).orElseThrow(NotFound::new))
                        .toList();
        model.addAttribute(
                "page",
                new OnPaperPage(
                        questionnaires.usual(),
                        chosen.stream().map(Instrument::id).toList(),
                        sheets.blank(chosen, language)));
        return "measures/onPaper";
    }
}
