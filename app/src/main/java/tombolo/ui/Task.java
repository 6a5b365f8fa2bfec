package tombolo.ui;

/** A line of a task list: a piece of work, where it is done, and how far it is, in words. */
public record Task(String name, String href, String status, boolean done) {}
