/** Budgets: who may spend how much, how far it is spent, and when it will be. */
@NullMarked
package io.marketplace.ui.budgets;

import org.jspecify.annotations.NullMarked;
