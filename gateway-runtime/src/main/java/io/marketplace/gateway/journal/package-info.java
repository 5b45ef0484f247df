/** An append-only log of records in files that survives the death of its process. */
@NullMarked
package io.marketplace.gateway.journal;

import org.jspecify.annotations.NullMarked;
