package tombolo.people.web;

import java.util.List;
import tombolo.people.Awaiting;

/** The first page of staff: what waits, and whom they walk with. */
public record DeskPage(List<Waiting> waiting, List<PersonLine> people, boolean walks) {

    /** One kind of thing that waits. */
    public record Waiting(String title, String none, List<Awaiting.Line> lines) {}
}
