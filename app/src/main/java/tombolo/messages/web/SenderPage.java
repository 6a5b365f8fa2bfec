package tombolo.messages.web;

import tombolo.ui.Errors;

/** The name messages come from, and by which ways any leave. */
public record SenderPage(String name, boolean email, boolean text, Errors errors) {}
