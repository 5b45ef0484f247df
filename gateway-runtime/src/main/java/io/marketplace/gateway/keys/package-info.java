/** Step 1: who calls. */
@NullMarked
package io.marketplace.gateway.keys;

import org.jspecify.annotations.NullMarked;
