package tombolo.accounts;

import java.util.List;

/** Words that stand around an account and that a guesser would try first: the practice's name, say. A module offers them as a bean. */
@FunctionalInterface
public interface WordsNearby {
    /** In the present practice. */
    List<String> words();
}
