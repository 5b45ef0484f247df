/** Who did what when, with the state before and after. */
@NullMarked
package io.marketplace.model.audit;

import org.jspecify.annotations.NullMarked;
