/** Step 2: what the call is attributed to, what was decided on its way, and how it ended. */
@NullMarked
package io.marketplace.gateway.audit;

import org.jspecify.annotations.NullMarked;
