package tombolo.diary.web;

import tombolo.ui.Errors;

/** Saying that one cannot come to this appointment, with words or without. */
public record CannotComePage(Shown shown, String words, Errors errors) {}
