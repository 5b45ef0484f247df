/** The proofs of {@code bench}, in their short form, on the started marketplace. */
@NullMarked
package io.marketplace.it.proof;

import org.jspecify.annotations.NullMarked;
