/** The trail of changes. */
@NullMarked
package io.marketplace.api.audit;

import org.jspecify.annotations.NullMarked;
