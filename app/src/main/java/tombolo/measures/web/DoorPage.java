package tombolo.measures.web;

import java.util.List;
import java.util.Map;
import tombolo.measures.WhenRead;
import tombolo.ui.Errors;

/**
 * What a link to questions shows before anybody has said a word of their own: nothing about anyone.
 *
 * @param again whether the page behind it lay open too long
 * @param chosen what had been chosen there, which goes along unseen and is there again behind the door
 */
public record DoorPage(String token, WhenRead read, boolean again, Map<String, List<String>> chosen, Errors errors) {}
