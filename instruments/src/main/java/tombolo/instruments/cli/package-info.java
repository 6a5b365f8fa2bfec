/** The three verbs of the command line that need neither the application nor a database. */
@NullMarked
package tombolo.instruments.cli;

import org.jspecify.annotations.NullMarked;
