/** A tier's page: how fast, how dear, what serves it, and how to call it. */
@NullMarked
package io.marketplace.ui.tier;

import org.jspecify.annotations.NullMarked;
