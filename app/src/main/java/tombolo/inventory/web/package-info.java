/** The pages on which the people in someone's life are laid out. */
@NullMarked
package tombolo.inventory.web;

import org.jspecify.annotations.NullMarked;
