/** What calls used and cost: the ledger's rows, who writes them and who reads them. */
@NullMarked
package io.marketplace.model.metering;

import org.jspecify.annotations.NullMarked;
