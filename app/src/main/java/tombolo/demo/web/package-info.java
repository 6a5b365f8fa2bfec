@NullMarked
package tombolo.demo.web;

import org.jspecify.annotations.NullMarked;
