package tombolo.accounts.web;

import tombolo.ui.Errors;

/** After a colleague's password: the six digits. */
public record SecondFactorPage(Errors errors) {}
