package tombolo.practice.web;

import tombolo.ui.Errors;

/** A colleague's invitation, opened: which practice, who asks, and what they are called. */
public record JoinPage(String here, String practice, String invitedBy, String name, String address, Errors errors) {}
