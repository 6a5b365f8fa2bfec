package tombolo.people.web;

import java.util.List;
import tombolo.people.PartOfRecord;

/** A person's first page: the parts of their record that have a page, and the few things they may want to look up. */
public record MyHomePage(List<PartOfRecord> parts) {}
