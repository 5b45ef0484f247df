/** Virtual keys. */
@NullMarked
package io.marketplace.api.keys;

import org.jspecify.annotations.NullMarked;
