package tombolo.measures.web;

import tombolo.measures.WhenRead;
import tombolo.ui.Errors;

/**
 * What a link to questions shows before anybody has said a word of their own: nothing about anyone.
 *
 * @param again whether the page behind it lay open too long
 */
public record DoorPage(String token, WhenRead read, boolean again, Errors errors) {}
