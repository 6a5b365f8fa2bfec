package tombolo.database;

import java.time.Duration;

/** Work that comes round by itself, for each practice in turn. A module offers it as a bean. */
public interface Job {

    /** What it is called where jobs are kept; it does not change. */
    String name();

    Duration every();

    /** For the present practice. Doing it again right after changes nothing: a kill may make it run twice. */
    void run();
}
