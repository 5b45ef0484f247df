/** The parts themselves: programs, databases, identity, models and the Liberty servers. */
@NullMarked
package io.marketplace.launcher.parts;

import org.jspecify.annotations.NullMarked;
