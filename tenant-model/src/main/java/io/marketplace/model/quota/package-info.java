/** What may be spent and how much may be called: budgets and limits. */
@NullMarked
package io.marketplace.model.quota;

import org.jspecify.annotations.NullMarked;
