/** The launcher as its users run it: commands, own parts, and what becomes of parts that die. */
@NullMarked
package io.marketplace.it.launcher;

import org.jspecify.annotations.NullMarked;
