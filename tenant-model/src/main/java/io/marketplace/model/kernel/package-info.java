/** What every feature stands on: identifiers, money, actors, transactions, pages. */
@NullMarked
package io.marketplace.model.kernel;

import org.jspecify.annotations.NullMarked;
