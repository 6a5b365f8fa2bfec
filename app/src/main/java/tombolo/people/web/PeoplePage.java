package tombolo.people.web;

import java.util.List;

/** Everyone a member of staff may see, by name. */
public record PeoplePage(List<PersonLine> people, boolean mayAdd) {}
