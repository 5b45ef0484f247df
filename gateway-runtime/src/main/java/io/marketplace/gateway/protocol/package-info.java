/** Step 12: what a provider's dialect needs changed in the body and in the answer. */
@NullMarked
package io.marketplace.gateway.protocol;

import org.jspecify.annotations.NullMarked;
