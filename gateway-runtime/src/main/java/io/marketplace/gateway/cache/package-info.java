/** Step 8: answers without a provider. */
@NullMarked
package io.marketplace.gateway.cache;

import org.jspecify.annotations.NullMarked;
