/** Invoices: their tables read, kept, and set against the ledger. */
@NullMarked
package io.marketplace.db.invoice;

import org.jspecify.annotations.NullMarked;
