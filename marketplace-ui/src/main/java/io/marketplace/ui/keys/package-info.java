/** Keys: issued and shown once, rotated with an overlap, revoked. */
@NullMarked
package io.marketplace.ui.keys;

import org.jspecify.annotations.NullMarked;
