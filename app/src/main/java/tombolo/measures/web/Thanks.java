package tombolo.measures.web;

import java.util.List;
import org.springframework.util.MultiValueMap;
import tombolo.instruments.RiskAnswer;
import tombolo.measures.Answering;
import tombolo.measures.Answering.Outcome;
import tombolo.measures.Response;
import tombolo.measures.WhenRead;

/** Decides what comes first after the answers. */
final class Thanks {
    /** The answer to the plain question that leads to help. */
    static final String YES = "yes";

    private Thanks() {}

    /** Whether the plain question was answered with yes, or with not being sure. It decides what comes next, and nothing else. */
    static boolean helpFirst(MultiValueMap<String, String> fields) {
        return fields.getOrDefault("ending", List.of()).contains(YES);
    }

    static ThanksPage after(Outcome.Kept kept, WhenRead read, String safeAction, String pass, boolean signedIn) {
        boolean help = kept.responses().stream().anyMatch(Answering::bringsSomebody);
        boolean said = kept.responses().stream()
                .map(Response::scored)
                .anyMatch(one -> one.risk() == RiskAnswer.ABOVE_NOT_AT_ALL);
        return new ThanksPage(
                help ? ThanksPage.Moment.HELP : ThanksPage.Moment.THANKS,
                !said,
                true,
                safeAction,
                pass,
                signedIn,
                read);
    }

    /** Help before anything else; from it they go on to where they would have come without it. */
    static ThanksPage ending(boolean kept, String onward, String pass, boolean signedIn) {
        return new ThanksPage(ThanksPage.Moment.ENDING, false, kept, onward, pass, signedIn, WhenRead.WHEN_YOU_MEET);
    }

    static ThanksPage safe(boolean safe, boolean signedIn, WhenRead read) {
        return new ThanksPage(
                safe ? ThanksPage.Moment.SAFE : ThanksPage.Moment.UNSAFE, false, true, "", "", signedIn, read);
    }
}
