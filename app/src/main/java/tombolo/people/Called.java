package tombolo.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What somebody is called, laid beside what somebody else is called: near enough to be taken for one another on a list, in a
 * tab or by ear? It only ever makes Tombolo ask; nothing is decided by it.
 */
record Called(List<String> parts) {
    /** From so many letters on, one letter more, less, other or changed about is easily overlooked. */
    private static final int ONE_OFF = 4;

    /** And from so many, two. */
    private static final int TWO_OFF = 9;

    Called {
        parts = List.copyOf(parts);
    }

    /** An initial tells nobody apart who reads in haste; it counts only where there is nothing else. */
    static Called of(String name) {
        List<String> all = Arrays.stream(plain(name).split("[^\\p{L}]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        List<String> longer = all.stream().filter(part -> part.length() > 1).toList();
        return new Called(longer.isEmpty() ? all : longer);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** True when all there is of the one is in the other too, in whatever order. */
    boolean isLike(Called other) {
        Called shorter = parts.size() <= other.parts.size() ? this : other;
        Called longer = shorter == this ? other : this;
        return !shorter.parts.isEmpty()
                && shorter.parts.stream().allMatch(part -> longer.parts.stream().anyMatch(its -> isLike(part, its)));
    }

    private static boolean isLike(String one, String other) {
        String here = heard(one);
        String there = heard(other);
        int length = Math.max(one.length(), other.length());
        int allowed = length >= TWO_OFF ? 2 : length >= ONE_OFF ? 1 : 0;
        return here.equals(there) || allowed > 0 && apart(here, there) <= allowed;
    }

    /** Spelled otherwise and said alike: Ewa and Eva, Catherine and Kathryn, Ana and Anna. */
    private static String heard(String part) {
        return part.replace("ph", "f")
                .replace("th", "t")
                .replaceAll("c[kh]?|q", "k")
                .replace('w', 'v')
                .replace('y', 'i')
                .replaceAll("(.)\\1+", "$1")
                .replaceAll("(?<=..)[eh]$", "");
    }

    /** How many letters are more, less, other, or changed about. */
    private static int apart(String one, String other) {
        int[][] far = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                far[i][j] = i == 0 || j == 0 ? i + j : nearest(far, one, other, i, j);
            }
        }
        return far[one.length()][other.length()];
    }

    private static int nearest(int[][] far, String one, String other, int i, int j) {
        int same = far[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Stream.of(far[i - 1][j] + 1, far[i][j - 1] + 1, same)
                .min(Integer::compare)
                .orElseThrow();
        boolean changedAbout =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return changedAbout ? Math.min(least, far[i - 2][j - 2] + 1) : least;
    }

    /** Shows no name. */
    @Override
    public String toString() {
        return "what somebody is called";
    }
}
