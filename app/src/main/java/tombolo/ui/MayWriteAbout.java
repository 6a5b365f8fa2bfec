package tombolo.ui;

import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Who may write about whom. The module that knows people offers it as a bean, so that a draft tells nothing about anybody else. */
@FunctionalInterface
public interface MayWriteAbout {
    /** False for somebody this viewer may not see, and for nobody at all. */
    boolean mayWrite(Viewer viewer, PersonId about);
}
