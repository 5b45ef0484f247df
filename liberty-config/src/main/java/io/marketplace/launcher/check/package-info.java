/** Everything that {@code ./marketplace test} does around Maven. */
@NullMarked
package io.marketplace.launcher.check;

import org.jspecify.annotations.NullMarked;
