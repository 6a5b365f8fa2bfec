package tombolo.safety.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tombolo.course.WhomToRing;
import tombolo.instruments.Answers;
import tombolo.inventory.Inventories;
import tombolo.measures.Response;
import tombolo.measures.Responses;
import tombolo.people.HowToReach;
import tombolo.people.Person;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.safety.Concern;
import tombolo.safety.Concerns;
import tombolo.safety.SafetyPlans;
import tombolo.safety.Watch;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Errors;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Lays out one concern: what was said, what was done, how the person can be reached, and what helps to speak with them. */
@Component
class ConcernPages {
    private final Concerns concerns;
    private final SafetyPlans plans;
    private final WhomToRing whomToRing;
    private final Inventories inventories;
    private final Watch watch;
    private final Responses responses;
    private final Practices practices;
    private final ProgrammeTime time;

    ConcernPages(
            Concerns concerns,
            SafetyPlans plans,
            WhomToRing whomToRing,
            Inventories inventories,
            Watch watch,
            Responses responses,
            Practices practices,
            ProgrammeTime time) {
        this.concerns = concerns;
        this.plans = plans;
        this.whomToRing = whomToRing;
        this.inventories = inventories;
        this.watch = watch;
        this.responses = responses;
        this.practices = practices;
        this.time = time;
    }

    ConcernPage lay(Viewer viewer, Concerns.Seen seen, String action, String words, Errors errors) {
        Concern concern = seen.concern();
        Practice practice = practices.current();
        Set<UUID> unreached = concerns.visibleTo(viewer).unreached(concern);
        return new ConcernPage(
                concern,
                seen.person().map(ConcernPages::name).orElse(""),
                seen.words(),
                seen.mayAct() && concern.isOpen(),
                concern.isLate(time.now()),
                seen.person()
                        .filter(person -> seen.mayAct())
                        .map(person -> HowToReach.of(person.contact(), practice.country())),
                seen.words() && concern.isOpen() ? others(viewer, concern.person()) : Optional.empty(),
                watch.nameOf(concern.owner()),
                watch.nameOf(concern.holder()),
                said(viewer, seen),
                concern.steps().stream()
                        .map(step -> done(step, unreached.contains(step.id())))
                        .toList(),
                seen.words() ? plans.visibleTo(viewer).of(concern.person()) : Optional.empty(),
                seen.words() ? earlier(viewer, concern) : List.of(),
                practice.zone(),
                action,
                words,
                errors);
    }

    /** Somebody near them and their doctor, where they told at the start whom to ring. */
    private Optional<ConcernPage.Others> others(Viewer viewer, PersonId person) {
        return whomToRing
                .told(person, viewer)
                .map(told -> new ConcernPage.Others(
                        told.who()
                                .flatMap(inventories.visibleTo(viewer).toCompare(person)::find)
                                .map(who -> who.name().words())
                                .orElse(told.name()),
                        told));
    }

    private List<ConcernPage.Said> said(Viewer viewer, Concerns.Seen seen) {
        Concern concern = seen.concern();
        Map<UUID, Response> answers = new HashMap<>();
        if (seen.words()
                && concern.openings().stream().anyMatch(it -> it.response().isPresent())) {
            responses.visibleTo(viewer).all(concern.person()).forEach(one -> answers.put(one.id(), one));
        }
        return concern.openings().stream()
                .map(one -> said(one, answers, seen.words()))
                .toList();
    }

    /** What they answered about being safe is a word of theirs, too. */
    private ConcernPage.Said said(Concern.Opening opening, Map<UUID, Response> answers, boolean words) {
        return new ConcernPage.Said(
                opening.at(),
                "safety.desk.source." + opening.source(),
                opening.said().map(Confidential::words).orElse(""),
                opening.by().map(watch::nameOf).orElse(""),
                words ? opening.howSafe() : List.of(),
                opening.response().map(answers::get).flatMap(ConcernPages::answered));
    }

    /** In the owner's words, which are the words the person read. */
    private static Optional<ConcernPage.Answer> answered(Response response) {
        Answers answers = response.answers();
        return response.instrument()
                .risk()
                .flatMap(risk -> response.instrument()
                        .wording(Locale.ENGLISH)
                        .map(words -> new ConcernPage.Answer(
                                words.question(risk.item()),
                                risk.item().options().stream()
                                        .filter(option ->
                                                answers.to(risk.item()).equals(OptionalInt.of(option.value())))
                                        .map(option -> words.label(risk.item(), option))
                                        .findFirst()
                                        .orElse(""))));
    }

    private ConcernPage.Done done(Concern.Step step, boolean unreached) {
        return new ConcernPage.Done(
                step.at(),
                "safety.desk.step." + step.kind(),
                step.by().map(watch::nameOf).orElse(""),
                step.to().map(watch::nameOf).orElse(""),
                step.words().map(Confidential::words).orElse(""),
                unreached);
    }

    private List<ConcernPage.Earlier> earlier(Viewer viewer, Concern concern) {
        return concerns.visibleTo(viewer).of(concern.person()).stream()
                .filter(one -> !one.id().equals(concern.id()))
                .flatMap(one -> one.closedAt().stream()
                        .map(closed -> new ConcernPage.Earlier(one.id(), one.openedAt(), closed)))
                .toList();
    }

    static String name(Person person) {
        return person.name().map(Confidential::words).orElse("");
    }
}
