/** How figures, money, dates and durations are written, everywhere the same. */
@NullMarked
package io.marketplace.ui.format;

import org.jspecify.annotations.NullMarked;
