package tombolo.accounts.web;

/**
 * How far a request has come, on the page that only its owner has the link to.
 *
 * @param here the page's own address, where the form goes too
 * @param number what is told to the colleagues who bear witness
 * @param step waiting, counting or open
 * @param hours until the door opens, while counting
 */
public record WayBackProgressPage(String here, String number, String step, long hours) {}
