/** Spend: by day, split by who and what, against the budgets, and as a file. */
@NullMarked
package io.marketplace.ui.spend;

import org.jspecify.annotations.NullMarked;
