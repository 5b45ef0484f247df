/** The six tiers and the cards of models. */
@NullMarked
package io.marketplace.model.catalogue;

import org.jspecify.annotations.NullMarked;
