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

    /** Whether what was said about ending one's life is not among what was kept. */
    static boolean isUnheard(Outcome outcome) {
        return !(outcome instanceof Outcome.Kept kept)
                || kept.responses().stream()
                        .map(Response::scored)
                        .noneMatch(one -> one.risk() == RiskAnswer.ABOVE_NOT_AT_ALL);
    }

    /** Help before anything else, for whoever said it where it could not be kept any more; then where questions may still wait. */
    static ThanksPage unheard(String onward, boolean signedIn) {
        return new ThanksPage(ThanksPage.Moment.UNHEARD, false, false, onward, "", signedIn, WhenRead.WHEN_YOU_MEET);
    }

    /** @param heard whether somebody is told of it */
    static ThanksPage safe(boolean safe, boolean heard, boolean signedIn, WhenRead read) {
        return new ThanksPage(
                safe ? ThanksPage.Moment.SAFE : ThanksPage.Moment.UNSAFE, false, heard, "", "", signedIn, read);
    }
}
