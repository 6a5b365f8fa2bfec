package tombolo.measures.web;

import tombolo.ui.Errors;

/**
 * Where the word of one's own is chosen; nothing typed is ever shown again.
 *
 * @param wants false once they have said that they want none
 */
public record WordPage(boolean desk, String action, String back, boolean has, boolean wants, Errors errors) {}
