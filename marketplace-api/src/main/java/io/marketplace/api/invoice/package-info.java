/** Providers' invoices, set against the ledger. */
@NullMarked
package io.marketplace.api.invoice;

import org.jspecify.annotations.NullMarked;
