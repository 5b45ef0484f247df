/** Step 5: which of the alias's candidates are lawful for this call's data. */
@NullMarked
package io.marketplace.gateway.policy;

import org.jspecify.annotations.NullMarked;
