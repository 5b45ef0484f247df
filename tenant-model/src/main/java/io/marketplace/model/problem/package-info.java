/** Failures that carry the contract's code and status. */
@NullMarked
package io.marketplace.model.problem;

import org.jspecify.annotations.NullMarked;
