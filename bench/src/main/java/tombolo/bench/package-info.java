/** What {@code ./tombolo bench} runs: each workload beside its limit, measured in one run on this machine. */
@NullMarked
package tombolo.bench;

import org.jspecify.annotations.NullMarked;
