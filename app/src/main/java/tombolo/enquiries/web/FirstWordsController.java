package tombolo.enquiries.web;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tombolo.enquiries.Enquiries;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.ui.NotFound;
import tombolo.vault.Viewer;

/** What somebody wrote before they began here, on their own pages. */
@Controller
class FirstWordsController {
    private final Enquiries enquiries;
    private final EnquiryPages pages;
    private final Practices practices;

    FirstWordsController(Enquiries enquiries, EnquiryPages pages, Practices practices) {
        this.enquiries = enquiries;
        this.pages = pages;
        this.practices = practices;
    }

    @GetMapping("/my/first-words")
    @Transactional
    String first(Viewer viewer, Model model) {
        Practice practice = practices.current();
        model.addAttribute(
                "page",
                pages.mine(enquiries.visibleTo(viewer).firstOf(viewer.person().orElseThrow(NotFound::new)), practice));
        return "enquiries/first-words";
    }
}
