package tombolo.practice;

import tombolo.vault.AccountId;

/** How many people a colleague walks with. Whoever knows the people offers it as a bean. */
public interface InCare {

    int with(AccountId colleague);
}
