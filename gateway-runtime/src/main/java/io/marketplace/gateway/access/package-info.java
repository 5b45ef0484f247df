/** Step 3: may this key use this alias. */
@NullMarked
package io.marketplace.gateway.access;

import org.jspecify.annotations.NullMarked;
