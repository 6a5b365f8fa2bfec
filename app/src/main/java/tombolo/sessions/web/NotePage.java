package tombolo.sessions.web;

import java.util.List;
import java.util.Set;
import tombolo.sessions.SessionNote;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/**
 * One session note: to write while it is a draft in the viewer's own hand, to read and to add to afterwards.
 *
 * @param mine whether the viewer wrote it
 * @param circles who is on the circles, and who is in the note already
 * @param died the ids of those among them who have died
 * @param author who wrote it
 * @param began who began it, where the author has taken it over; else empty
 * @param leftBehind whether the viewer may take it over
 * @param techniques what can be said to have been worked with
 * @param done what was, in words
 * @param addenda what was added, and by whom
 */
public record NotePage(
        Whose whose,
        SessionNote note,
        boolean mine,
        String author,
        String began,
        boolean leftBehind,
        List<Choice> circles,
        Set<String> died,
        List<Choice> techniques,
        List<String> done,
        NoteForm form,
        List<Added> addenda,
        Errors errors) {

    /** One addendum. */
    public record Added(String by, SessionNote.Addendum addendum) {}

    public String address() {
        return whose.base() + "/notes/" + note.id();
    }

    /** The form's name among the drafts. */
    public String draft() {
        return "sessions.note:" + note.id();
    }

    /** With whom something can be tried: whoever has died is there only where they were chosen before. */
    public List<Choice> toTryWith(int number) {
        return circles.stream()
                .filter(one -> !died.contains(one.value()) || one.value().equals(form.value("with" + number)))
                .toList();
    }

    /** What a person on the circles is called; they may have left the circles since. */
    public String called(String id) {
        return circles.stream()
                .filter(one -> one.value().equals(id))
                .map(Choice::label)
                .findFirst()
                .orElse("");
    }
}
