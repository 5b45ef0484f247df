/** Explains a call: what each step of the gateway decided, where the data went, what it cost. */
@NullMarked
package io.marketplace.ui.explain;

import org.jspecify.annotations.NullMarked;
