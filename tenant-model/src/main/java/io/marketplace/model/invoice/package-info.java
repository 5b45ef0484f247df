/** Providers' invoices, set against the ledger by model and day. */
@NullMarked
package io.marketplace.model.invoice;

import org.jspecify.annotations.NullMarked;
