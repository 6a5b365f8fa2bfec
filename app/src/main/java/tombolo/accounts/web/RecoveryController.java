package tombolo.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Door;
import tombolo.ui.Area;
import tombolo.ui.Errors;

/** The sheet of recovery codes at the door. */
@Controller
class RecoveryController {
    private final Door door;

    RecoveryController(Door door) {
        this.door = door;
    }

    @GetMapping("/sign-in/recovery")
    String person(Model model) {
        return page(new RecoveryPage(Area.MY, "", Errors.none()), model);
    }

    @GetMapping("/sign-in/desk/recovery")
    String colleague(Model model) {
        return page(new RecoveryPage(Area.DESK, "", Errors.none()), model);
    }

    @PostMapping("/sign-in/recovery")
    String personEnters(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return enter(Area.MY, address, code, "", request, response, model);
    }

    @PostMapping("/sign-in/desk/recovery")
    String colleagueEnters(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String also,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return enter(Area.DESK, address, code, also, request, response, model);
    }

    private String enter(
            Area area,
            String address,
            String code,
            String also,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return door.withRecoveryCode(area, address, code, also, request, response)
                .map(SignInController::to)
                .orElseGet(() -> {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    Errors errors = Errors.none().add("address", "accounts.recovery.wrong");
                    return page(new RecoveryPage(area, address, errors), model);
                });
    }

    private static String page(RecoveryPage page, Model model) {
        model.addAttribute("page", page);
        return "accounts/recovery";
    }
}
