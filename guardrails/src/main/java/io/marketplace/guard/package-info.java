/**
 * Reads texts for what guardrails look for, whole or as they stream, with one and the same result.
 */
@NullMarked
package io.marketplace.guard;

import org.jspecify.annotations.NullMarked;
