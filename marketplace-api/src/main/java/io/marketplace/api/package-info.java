/** The REST control API: a door onto the same use cases as the portal. */
@NullMarked
package io.marketplace.api;

import org.jspecify.annotations.NullMarked;
