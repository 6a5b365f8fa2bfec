package tombolo.communication;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tombolo.techniques.LineChecker;
import tombolo.techniques.LineChecker.Sees;
import tombolo.ui.Said;

/**
 * Looks at a line somebody did say, and names the patterns of E.1 it may be an instance of, each with the words it goes by. It
 * knows English and words alone, no tone and no people; so it only hints, marks nothing, and misses much.
 */
final class PatternChecker {
    /** One pattern, and words by which it may be heard. */
    private record Sign(String pattern, Pattern words) {
        static Sign of(String pattern, String any) {
            return new Sign(pattern, LineChecker.words(any));
        }

        Stream<Heard> in(String line) {
            return words.matcher(line)
                    .results()
                    .map(MatchResult::group)
                    .limit(1)
                    .map(found -> Heard.wrote(pattern, found.strip()));
        }
    }

    /** @param why its words, and what it has to do with the pattern */
    record Heard(String pattern, Said why) {
        static Heard wrote(String pattern, String words) {
            return new Heard(pattern, Said.of("communication.heard." + pattern, words));
        }
    }

    private static final String PERSON = "(him|her|them|you)";

    /** "Always" and "never" as they are said of the other one; of oneself they are no attack, nor is a kind word. */
    private static final Sign ALWAYS_YOU = Sign.of(
            "attack",
            "(?<!\\b(do|did|have) )you(?! (can|could|may|might|will|would)\\b)( \\w+(['’]\\w+)?){0,2}?"
                    + " (always|constantly|never(?! mind))(?! (welcome|kind|good|nice|there|here|so kind|so good|helped"
                    + "|listened|loved|let me down)\\b)"
                    + "|why (are|do) you (always|constantly|never)|every (single )?time( i \\w+)? you|(it is|it['’]s) always you");

    /** What often gets in the way. */
    private static final List<Sign> GETS_IN_THE_WAY = List.of(
            Sign.of(
                    "went-quiet",
                    "said nothing|went quiet|^nothing(?=\\W*$)|hung up|put the phone down|(walked|went) (out|away|off)"
                            + "|left the room|turned away"),
            Sign.of(
                    "no-words",
                    "rolled my eyes|sighed|slammed|banged|glared|shrugged|sulked|gave " + PERSON + " (a|the) look"),
            Sign.of(
                    "hinted",
                    "whatever|never mind|forget it|suit yourself|if you say so|must be nice|it would be nice if"
                            + "|some people|(i['’]m|i am|it['’]s|it is) fine|(?<=^|[.!?“] ?)(wow|great|fine|nice)(?=\\W)"
                            + "|(wow|great|fine|nice)(?=\\W*$)|don['’]t worry about me"),
            Sign.of(
                    "gave-in",
                    "(don['’]t|do not) mind|as you (like|wish)|whatever you (say|want|like)|if you must"
                            + "|(doesn['’]t|does not) matter|ok(ay)?,? ok(ay)?|sorry,? sorry|(alright|all right) then"),
            Sign.of(
                    "sideways",
                    "fine,? then|if that['’]s what you want|thanks (a lot|for nothing)|good for you|happy now"
                            + "|hope you['’]re happy"),
            Sign.of(
                    "assumed-said",
                    "you (should|must|ought to) (have )?known?|i told you|i thought you knew|spell it out|it was obvious"),
            Sign.of("assumed-understood", "i know (exactly )?what you (mean|meant|think|want)|i get it"),
            Sign.of(
                    "defended",
                    "not (my fault|true|fair)|(didn['’]t|did not) (do|say|mean) (anything|that|it)|i was (only|just)"
                            + "|i only|what was i supposed to|had no choice"),
            Sign.of(
                    "harsh",
                    "shut up|get (out|lost)|go to hell|i hate you|leave me alone|damn you|how dare you|i (shouted|yelled"
                            + "|screamed)"),
            new Sign("harsh", Pattern.compile("\\p{Lu}{3,} (.* )?\\p{Lu}{3,}|!!+")),
            Sign.of(
                    "contempt",
                    "pathetic|ridiculous|idiot|stupid|useless|grow up|oh please|typical|loser|disgusting|what a joke"
                            + "|spare me"),
            Sign.of("gave-back", "you started it|same to you|right back at you|so (are|do) you|you do it too"),
            Sign.of(
                    "countered",
                    "what about you|one to talk|look who['’]s talking|and you (never|always|don['’]t|left|forgot|didn['’]t)"
                            + "|well,? you|but you"),
            Sign.of("cut-in", "i (cut|broke) in|cut " + PERSON + " off|interrupted|let me (finish|talk)|no,? listen"),
            Sign.of("too-much", "and another thing|while we['’]?( a)?re at it|on top of (that|it)|not to mention"),
            Sign.of(
                    "wall",
                    "end of story|not talking (about|to)|nothing (more |left )?to say|i['’]m done|i am done|drop it"
                            + "|leave it(?=\\W*$)|is over"),
            Sign.of(
                    "pushed",
                    "answer me|talk to me|tell me now|say something|why (won['’]t|don['’]t) you (talk|say|tell)"
                            + "|don['’]t walk away|look at me"),
            Sign.of("drew-back", "not now|can['’]t do this|give me (some )?space|leave me be|(need|have) to go"),
            Sign.of(
                    "reassure",
                    "are you (still )?(mad|cross|angry|upset)|do you (still )?(love|like|want) me"
                            + "|are we (ok|okay|good|all right)|is everything (ok|okay|all right)|did i do something"),
            Sign.of(
                    "worst",
                    "(just|go on,?|come on,?) say it|admit it|am i (that|so) (bad|awful|boring|useless|stupid)"),
            Sign.of("missed-repair", "too late|sorry (doesn['’]t|does not|isn['’]t|is not)|save it|don['’]t bother"),
            Sign.of(
                    "read-tone",
                    "(your|that) tone|why (are you )?(being )?so (cold|short|cross|rude|angry)|you sound(ed)?|full stop"
                            + "|supposed to mean"),
            Sign.of(
                    "delay",
                    "why (haven['’]t|didn['’]t|don['’]t|aren['’]t) you (answer|repl|text|writ|call)\\w*"
                            + "|(left|leave) me on read|ignoring me|you (saw|read) (it|my)"),
            Sign.of(
                    "no-answer",
                    "(did not|didn['’]t|never) (answer|reply|(write|text|call|wrote) back)|blocked|ghosted" + "|left "
                            + PERSON + " on read"));

    /** What often helps. */
    private static final List<Sign> HELPS = List.of(
            Sign.of(
                    "i-said-how-i-felt",
                    "(i feel|i felt|i am|i['’]m|i was) (so |very |a bit |really )?(sad|hurt|lonely|alone|afraid|scared|angry"
                            + "|cross|tired|worn out|left out|ashamed|worried|happy|low|upset)|that hurt( me)?"),
            Sign.of(
                    "took-them-in",
                    "i (can )?(see|understand) (that|why|how|you)|that (must be|sounds) \\w+|i know (it is|you are|you['’]re)"),
            Sign.of(
                    "asked",
                    "(what(?! about you| is wrong|['’]s wrong| were you thinking)|how(?! dare| could you| can you)"
                            + "|tell me more)(?= [^.!?]*\\?)"),
            Sign.of("checked", "is that right|(do|did) you mean|did i (hear|get)|what i heard|so you (mean|feel|want)"),
            Sign.of(
                    "repaired",
                    "i got that wrong|what i meant|let me (try|start) again|(i['’]m|i am) (so |very )?sorry(?! but)"),
            Sign.of(
                    "appreciated",
                    "thank you(?! for nothing)|thanks for(?! nothing)|i (like|liked|love|loved) (it|that|how|what)"
                            + "|(i['’]m|i am) (so )?glad|that was kind"),
            Sign.of(
                    "limit",
                    "(i['’]m|i am) not able|i (can['’]t|cannot|won['’]t|will not) (do|be|talk|take|come|stay)"
                            + "|what i can do"));

    private PatternChecker() {}

    /** What may be heard in it, what gets in the way first; empty where nothing stands out. */
    static List<Heard> in(String line) {
        List<Heard> heard = new ArrayList<>();
        ALWAYS_YOU.in(line).forEach(heard::add);
        LineChecker.wrote(Sees.YOU_ARE, line).ifPresent(words -> heard.add(Heard.wrote("attack", words)));
        LineChecker.wrote(Sees.MIND, line).ifPresent(words -> heard.add(Heard.wrote("guessed", words)));
        if (LineChecker.isLong(line)) {
            heard.add(new Heard("too-much", Said.of("communication.heard.too-much.long", LineChecker.ENOUGH_WORDS)));
        }
        GETS_IN_THE_WAY.forEach(sign -> sign.in(line).forEach(heard::add));
        LineChecker.wrote(Sees.REQUEST, line).ifPresent(words -> heard.add(Heard.wrote("clear-request", words)));
        HELPS.forEach(sign -> sign.in(line).forEach(heard::add));
        return heard;
    }
}
