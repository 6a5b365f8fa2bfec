package tombolo.inventory.web;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Signature;
import tombolo.inventory.UnknownRelationship;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Viewer;

/** Everything that is done to somebody's circles: loaded through the viewer, done once however often it is sent, and kept. */
@Component
class Acting {
    private final Inventories inventories;
    private final Once once;
    private final ProgrammeTime time;
    private final TransactionTemplate transaction;

    Acting(Inventories inventories, Once once, ProgrammeTime time, PlatformTransactionManager transactions) {
        this.inventories = inventories;
        this.once = once;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Only looking; that is remembered too, so it is a transaction. */
    <T> T looking(Supplier<T> look) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> look.get()));
    }

    /** Does it and answers where to go next. */
    String act(Viewer viewer, Whose whose, UUID idem, Function<Inventory, String> act) {
        try {
            String next = once.effect(idem, () -> {
                Inventory inventory = inventories.visibleTo(viewer).toChange(whose.person());
                String to = act.apply(inventory);
                inventories.save(inventory, viewer);
                return to;
            });
            return "redirect:" + next;
        } catch (UnknownRelationship e) {
            throw new NotFound();
        }
    }

    Signature signature(Viewer viewer) {
        return new Signature(viewer.account(), time.now());
    }

    /** What was typed cannot be taken as it is; nothing of the act happened. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Errors errors;

        Refused(Errors errors) {
            super("not as it was typed", null, false, false);
            this.errors = errors;
        }

        Errors errors() {
            return errors;
        }
    }
}
