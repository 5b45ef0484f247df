/** Virtual keys: issue, rotate, revoke. */
@NullMarked
package io.marketplace.model.keys;

import org.jspecify.annotations.NullMarked;
