/** What may be spent and called. */
@NullMarked
package io.marketplace.api.quota;

import org.jspecify.annotations.NullMarked;
