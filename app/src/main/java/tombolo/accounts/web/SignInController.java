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
import tombolo.accounts.SignIn;
import tombolo.ui.Area;
import tombolo.ui.Errors;

/** Coming in and going out. */
@Controller
class SignInController {
    private final Door door;

    SignInController(Door door) {
        this.door = door;
    }

    @GetMapping("/sign-in")
    String person(Model model) {
        return show(model, new SignInPage(Area.MY, "", false, Errors.none()));
    }

    @GetMapping("/sign-in/desk")
    String colleague(Model model) {
        return show(model, new SignInPage(Area.DESK, "", false, Errors.none()));
    }

    @PostMapping("/sign-in")
    String personEnters(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean shared,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return enter(Area.MY, address, password, shared, request, response, model);
    }

    @PostMapping("/sign-in/desk")
    String colleagueEnters(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean shared,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return enter(Area.DESK, address, password, shared, request, response, model);
    }

    private String enter(
            Area area,
            String address,
            String password,
            boolean shared,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return door.withPassword(area, address, password, shared, request, response)
                .map(SignInController::to)
                .orElseGet(() -> {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    Errors errors = Errors.none().add("address", "accounts.sign-in.wrong");
                    return show(model, new SignInPage(area, address, shared, errors));
                });
    }

    @GetMapping("/desk/second-factor")
    String secondFactor(Model model) {
        return showCode(model, Errors.none());
    }

    @PostMapping("/desk/second-factor")
    String secondFactorGiven(
            SignIn signIn,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return door.withCode(signIn, code, request, response)
                .map(SignInController::to)
                .orElseGet(() -> {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    return showCode(model, Errors.none().add("code", "accounts.second-factor.wrong"));
                });
    }

    @PostMapping("/my/sign-out")
    String personLeaves(HttpServletRequest request, HttpServletResponse response) {
        return leave(Area.MY, request, response);
    }

    @PostMapping("/desk/sign-out")
    String colleagueLeaves(HttpServletRequest request, HttpServletResponse response) {
        return leave(Area.DESK, request, response);
    }

    private String leave(Area area, HttpServletRequest request, HttpServletResponse response) {
        door.leave(area, request, response);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return to(area.door() + "?done=accounts.done.signed-out");
    }

    private static String show(Model model, SignInPage page) {
        model.addAttribute("page", page);
        return "accounts/signIn";
    }

    private static String showCode(Model model, Errors errors) {
        model.addAttribute("page", new SecondFactorPage(errors));
        return "accounts/secondFactor";
    }

    /** After a form, always a new page. */
    static String to(String path) {
        return "redirect:" + path;
    }
}
