/** Lists in parts, by opaque cursors. */
@NullMarked
package io.marketplace.api.paging;

import org.jspecify.annotations.NullMarked;
