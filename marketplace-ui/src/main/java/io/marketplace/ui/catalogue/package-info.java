/** The catalogue: models by tier, filters in the address, side by side, and each model's page. */
@NullMarked
package io.marketplace.ui.catalogue;

import org.jspecify.annotations.NullMarked;
