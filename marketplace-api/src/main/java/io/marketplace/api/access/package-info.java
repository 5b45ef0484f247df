/** Requests for access, their decisions and grants. */
@NullMarked
package io.marketplace.api.access;

import org.jspecify.annotations.NullMarked;
