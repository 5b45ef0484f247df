/** Step 6: what may not stand in prompts and answers is refused, redacted or flagged. */
@NullMarked
package io.marketplace.gateway.guard;

import org.jspecify.annotations.NullMarked;
