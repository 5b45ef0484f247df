/** Tiers and model cards. */
@NullMarked
package io.marketplace.api.catalogue;

import org.jspecify.annotations.NullMarked;
