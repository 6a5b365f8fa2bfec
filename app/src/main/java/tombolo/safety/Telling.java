package tombolo.safety;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tombolo.database.Ids;
import tombolo.messages.MessageKind;
import tombolo.messages.Outbox;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.StandIn;
import tombolo.people.StandIn.Scope;
import tombolo.people.StandIn.Why;
import tombolo.people.StandIns;
import tombolo.safety.Concern.Kind;
import tombolo.safety.Concern.Step;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;

/** Tells colleagues that something waits for them, in words that say nothing of it, and lets them in as far as they need. */
@Component
class Telling {
    /** A message that goes later than this would only puzzle; the concern itself has long gone to others. */
    private static final Duration OF_USE = Duration.ofDays(7);

    private final Outbox outbox;
    private final People people;
    private final StandIns standIns;
    private final Watch watch;
    private final AuditChain audit;

    Telling(Outbox outbox, People people, StandIns standIns, Watch watch, AuditChain audit) {
        this.outbox = outbox;
        this.people = people;
        this.standIns = standIns;
        this.watch = watch;
        this.audit = audit;
    }

    /** What is new in a concern after this many steps. */
    void of(Concern concern, int before) {
        for (Step step : concern.steps().subList(before, concern.steps().size())) {
            step.to().ifPresent(colleague -> tell(concern, step, colleague));
            if (step.kind() == Kind.CLOSED) {
                standIns.end(concern.person(), Why.CONCERN, step.at());
                concern.steps().forEach(told -> outbox.withdraw(key(told)));
            }
        }
    }

    private void tell(Concern concern, Step step, AccountId colleague) {
        letIn(concern, step, colleague);
        outbox.toStaff(
                colleague,
                MessageKind.LOOK_IN,
                key(step),
                Map.of(),
                step.at(),
                step.at().plus(OF_USE));
    }

    /** The steps of which the message did not get through: whoever it was for sees it on their first page only. */
    Set<UUID> unreached(Concern concern) {
        Map<String, UUID> steps = concern.steps().stream()
                .filter(step -> step.to().isPresent())
                .collect(Collectors.toMap(Telling::key, Step::id));
        return outbox.states(steps.keySet()).entrySet().stream()
                .filter(one -> one.getValue().isUndelivered())
                .map(one -> Objects.requireNonNull(steps.get(one.getKey())))
                .collect(Collectors.toSet());
    }

    private static String key(Step step) {
        return "concern:" + step.id();
    }

    /** Whoever is asked to speak with somebody must be able to; it ends with the concern. */
    private void letIn(Concern concern, Step step, AccountId colleague) {
        Person person = people.find(concern.person()).orElseThrow();
        if (!isLetIn(person, colleague, step.at())) {
            standIns.begin(new StandIn(
                    Ids.next(),
                    person.id(),
                    colleague,
                    concern.owner(),
                    Why.CONCERN,
                    watch.isTherapist(colleague) ? Scope.RECORD : Scope.CONTACT,
                    step.at(),
                    Optional.empty()));
            audit.record(Act.CHANGED_ACCESS, person.id(), "concerns");
        }
    }

    /** Whether a colleague can reach the person at this moment: they walk with them as a therapist, or stand in for one who does. */
    boolean isLetIn(Person person, AccountId colleague, Instant when) {
        return person.therapists().contains(colleague) && watch.isTherapist(colleague)
                || standIns.of(person.id(), when).stream()
                        .anyMatch(one -> one.who().equals(colleague) && one.isOpen(when));
    }
}
