/** Every failure as a problem document of RFC 9457. */
@NullMarked
package io.marketplace.api.problem;

import org.jspecify.annotations.NullMarked;
