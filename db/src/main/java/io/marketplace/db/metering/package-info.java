/** The ledger in SQL: written by the gateway, read by the portal. */
@NullMarked
package io.marketplace.db.metering;

import org.jspecify.annotations.NullMarked;
