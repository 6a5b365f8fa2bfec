package tombolo.measures.web;

import tombolo.instruments.RiskAnswer;
import tombolo.measures.Answering;
import tombolo.measures.Answering.Outcome;
import tombolo.measures.Response;
import tombolo.measures.WhenRead;

/** Decides what comes first after the answers. */
final class Thanks {
    private Thanks() {}

    static ThanksPage after(Outcome.Kept kept, WhenRead read, String safeAction, String pass, boolean signedIn) {
        boolean help = kept.responses().stream().anyMatch(Answering::bringsSomebody);
        boolean said = kept.responses().stream()
                .map(Response::scored)
                .anyMatch(one -> one.risk() == RiskAnswer.ABOVE_NOT_AT_ALL);
        return new ThanksPage(
                help ? ThanksPage.Moment.HELP : ThanksPage.Moment.THANKS, !said, safeAction, pass, signedIn, read);
    }

    static ThanksPage safe(boolean safe, boolean signedIn, WhenRead read) {
        return new ThanksPage(safe ? ThanksPage.Moment.SAFE : ThanksPage.Moment.UNSAFE, false, "", "", signedIn, read);
    }
}
