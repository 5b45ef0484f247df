/** Usage and its ledger. */
@NullMarked
package io.marketplace.api.metering;

import org.jspecify.annotations.NullMarked;
