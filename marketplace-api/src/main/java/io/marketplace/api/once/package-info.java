/** Creation requests that carry an idempotency key are carried out once. */
@NullMarked
package io.marketplace.api.once;

import org.jspecify.annotations.NullMarked;
