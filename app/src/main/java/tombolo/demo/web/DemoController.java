package tombolo.demo.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.SignIns;
import tombolo.database.CurrentPractice;
import tombolo.demo.Cast;
import tombolo.demo.Cast.Home;
import tombolo.demo.DemoPractices;
import tombolo.time.MovableTime;
import tombolo.time.TimeMovedOn;
import tombolo.ui.NotFound;
import tombolo.ui.Once;

/** The way into the demo: be somebody, or move time on. It exists with the demo and nowhere else. */
@Controller
@Profile("demo")
class DemoController {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final DemoPractices practices;
    private final SignIns signIns;
    private final MovableTime time;
    private final ApplicationEventPublisher events;
    private final Once once;

    DemoController(
            DemoPractices practices, SignIns signIns, MovableTime time, ApplicationEventPublisher events, Once once) {
        this.practices = practices;
        this.signIns = signIns;
        this.time = time;
        this.events = events;
        this.once = once;
    }

    @GetMapping("/demo")
    String cast(HttpServletRequest request, Model model) {
        Home here = home(request);
        Home there = here == Home.LOCHSIDE ? Home.HARBOUR : Home.LOCHSIDE;
        model.addAttribute(
                "page",
                new CastPage(
                        here.practice(),
                        List.of(
                                new CastPage.Group(
                                        "demo.cast.staff", cast(who -> who.home() == here && !who.isPerson())),
                                new CastPage.Group(
                                        "demo.cast.people", cast(who -> who.home() == here && who.isPerson()))),
                        there.practice(),
                        request.getScheme() + "://" + there.host() + ":" + request.getServerPort() + "/demo",
                        time.now(),
                        ZONE));
        return "demo/cast";
    }

    private static Home home(HttpServletRequest request) {
        return Arrays.stream(Home.values())
                .filter(home -> home.host().equals(request.getServerName()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static List<Cast> cast(Predicate<Cast> which) {
        return Arrays.stream(Cast.values()).filter(which).toList();
    }

    @PostMapping("/demo/sign-ins/{name}")
    ResponseEntity<Void> signIn(@PathVariable String name, HttpServletRequest request, HttpServletResponse response) {
        Cast who = Arrays.stream(Cast.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .filter(one -> one.home() == home(request))
                .findFirst()
                .orElseThrow(NotFound::new);
        signIns.begin(practices.accountOf(who), request, response);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", who.isPerson() ? "/my" : "/desk")
                .build();
    }

    /** The same press sent twice moves time once. The three buttons share one key, so the days are part of it. */
    @PostMapping("/demo/clock")
    ResponseEntity<Void> moveOn(@RequestParam int days, @RequestParam("_idem") UUID idem) {
        if (days != 1 && days != 7 && days != 28) {
            throw new NotFound();
        }
        UUID press = UUID.nameUUIDFromBytes((idem + " " + days).getBytes(UTF_8));
        // Time moves in every practice, which is more than the one transaction of a press may reach.
        if (once.shown(press, () -> days).isPresent()) {
            Duration by = Duration.ofDays(days);
            time.moveOn(by);
            practices.ids().forEach(practice -> CurrentPractice.within(practice, () -> signIns.carryOver(by)));
            events.publishEvent(new TimeMovedOn(by));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/demo")
                .build();
    }
}
