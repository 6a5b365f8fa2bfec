package tombolo.communication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tombolo.techniques.NameInWords;

/**
 * What stands in the lines of a talk in place of names: for the person, for the other one, and a letter for each of the rest.
 * It knows English. It spots what it can; the person reads what came of it.
 */
final class Aliases {
    static final String ME = "(me)";
    static final String THEM = "(them)";

    /** In the middle of a sentence a capital stands in front of a name, or of one of the words below. */
    private static final Pattern A_NAME = Pattern.compile("(?<=[\\p{Ll}\\p{N},] )\\p{Lu}\\p{Ll}+(?![\\p{L}\\p{N}])");

    /** Where a sentence begins, it is a name that is spoken to, or has or says something. */
    private static final Pattern A_NAME_FIRST = Pattern.compile(
            "(?<=^|[.!?…] )\\p{Lu}\\p{Ll}+(?=,|['’]s\\b| (?:said|says|told|tells|wants|wanted|thinks|thought|asked|asks|knows|knew"
                    + "|called|calls|rang|rings|texted|hates|hated|loves|loved|feels|felt|cried|cries|lied|shouted|left me)\\b)");

    /** What else stands there, most often before a comma. */
    private static final Set<String> FIRST = words(
            "anyway besides however though instead well right look honestly actually seriously obviously clearly basically"
                    + " literally apparently hopefully sadly luckily personally whoever wherever sometimes somewhere later soon"
                    + " perhaps alright exactly cool absolutely ah hmm um finally school nursery hospital surgery council");

    /** In a line that is not all in capitals, a word that is may be a name that was called out. */
    private static final Pattern A_SHOUTED_NAME =
            Pattern.compile("(?<![\\p{L}\\p{N}'’])\\p{Lu}{3,}(?=['’]S\\b|['’]s\\b|(?![\\p{L}\\p{N}'’]))");

    /** What people put into capitals for its weight, and what is never written without. */
    private static final Set<String> WEIGHT = words(
            "not never always every everything nothing all any anyone anybody everyone everybody nobody none now today"
                    + " tonight tomorrow yesterday again still already ever stop wait look read call ring answer talk listen"
                    + " tell say said see know knew think thought want wanted need needed feel felt love loved hate hated mean"
                    + " meant care cared help helped hear heard ask asked really very much more most less too also only even"
                    + " because since until before after about with without one two three ten first last next time times day"
                    + " days night week weeks year years hour hours minute minutes home house work money food kids baby child"
                    + " children car bed dinner lunch door phone text late early right wrong true false same sure done gone"
                    + " going coming came went come get got give gave take took make made let leave left stay put pay paid"
                    + " has had have been being was were are does did don can cannot could would will shall should must may"
                    + " might your you yours our ours her him his she they them their its that this these those there here"
                    + " what when where why who how which the and but for nor yet from into over under out off down back up"
                    + " mine myself yourself himself herself bad good great nice kind mad sad glad happy sorry please thanks"
                    + " thank lol omg wtf ffs idk imo tbh btw fyi asap bbq diy ikea nhs gcse aka etc usa bbc atm pin cpr"
                    + " yes yeah yep nope nah huh wow ugh argh aargh haha ahh oops whatever fine okay enough hello hey bye"
                    + " fault job way life man woman men women girl boy mother father parents family friend friends both"
                    + " whole half own another other others else something anything someone somebody such like just than then"
                    + " lie lied liar lazy stupid idiot selfish useless alone ill sick tired hurt angry scared");

    private static Set<String> words(String all) {
        return Set.copyOf(List.of(all.split(" ")));
    }

    private record Alias(Set<String> names, String instead) {
        boolean isFor(Set<String> others) {
            return names.stream().anyMatch(one -> others.stream().anyMatch(one::equalsIgnoreCase));
        }
    }

    private final List<Alias> all = new ArrayList<>();
    private int letters;

    Aliases me(String name) {
        return add(name, ME);
    }

    Aliases they(String name) {
        return add(name, THEM);
    }

    Aliases others(List<String> names) {
        for (String name : names) {
            if (!NameInWords.of(name).isEmpty() && all.stream().noneMatch(one -> one.isFor(NameInWords.of(name)))) {
                add(name, "(" + letter(letters++) + ")");
            }
        }
        return this;
    }

    /** Whatever else looks like a name in the lines. */
    Aliases othersIn(List<String> lines) {
        Set<String> small = lines.stream()
                .flatMap(line -> Stream.of(line.split("[^\\p{L}]+")))
                .filter(word -> word.equals(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        return others(lines.stream()
                .flatMap(line -> Stream.of(
                                A_NAME.matcher(line).results().map(MatchResult::group),
                                firstIn(line, small),
                                shoutedIn(line))
                        .flatMap(found -> found))
                .filter(word -> !NameInWords.isNone(word))
                .distinct()
                .toList());
    }

    /** @param small what stands in small letters anywhere: that is a word like any other */
    private static Stream<String> firstIn(String line, Set<String> small) {
        return A_NAME_FIRST
                .matcher(line)
                .results()
                .map(MatchResult::group)
                .filter(word -> Stream.of(WEIGHT, FIRST, small)
                        .noneMatch(some -> some.contains(word.toLowerCase(Locale.ROOT))));
    }

    private static Stream<String> shoutedIn(String line) {
        return line.equals(line.toUpperCase(Locale.ROOT))
                ? Stream.of()
                : A_SHOUTED_NAME
                        .matcher(line)
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> !WEIGHT.contains(word.toLowerCase(Locale.ROOT)));
    }

    private Aliases add(String name, String instead) {
        if (!NameInWords.of(name).isEmpty()) {
            all.add(new Alias(NameInWords.of(name), instead));
        }
        return this;
    }

    /** The line with something else in place of every name, the longest first. */
    String in(String words) {
        String without = words;
        List<String> longestFirst = all.stream()
                .flatMap(one -> one.names().stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String name : longestFirst) {
            without = NameInWords.pattern(name).matcher(without).replaceAll(Matcher.quoteReplacement(insteadOf(name)));
        }
        return without;
    }

    private String insteadOf(String name) {
        return all.stream()
                .filter(one -> one.names().contains(name))
                .map(Alias::instead)
                .findFirst()
                .orElseThrow();
    }

    /** Whether two names are of one person: they share one of their words. */
    static boolean areOne(String name, String other) {
        return new Alias(NameInWords.of(name), "").isFor(NameInWords.of(other));
    }

    /** A to Z, then A2 and so on. */
    private static String letter(int number) {
        return (char) ('A' + number % 26) + (number < 26 ? "" : Integer.toString(number / 26 + 1));
    }
}
