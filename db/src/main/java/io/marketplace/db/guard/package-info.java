/** The versions of guardrails. */
@NullMarked
package io.marketplace.db.guard;

import org.jspecify.annotations.NullMarked;
