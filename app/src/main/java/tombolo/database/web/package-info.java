/** What a watcher outside may ask of the database: whether it answers. */
@NullMarked
package tombolo.database.web;

import org.jspecify.annotations.NullMarked;
