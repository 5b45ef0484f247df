/**
 * The caller's JSON as bytes: only the top-level fields the gateway needs are located, the rest
 * stays untouched.
 */
@NullMarked
package io.marketplace.gateway.body;

import org.jspecify.annotations.NullMarked;
