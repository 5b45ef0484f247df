/** Requests for access, their decisions and the grants that come of them. */
@NullMarked
package io.marketplace.model.access;

import org.jspecify.annotations.NullMarked;
