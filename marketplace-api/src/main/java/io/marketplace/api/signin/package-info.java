/** Bearer tokens become actors. */
@NullMarked
package io.marketplace.api.signin;

import org.jspecify.annotations.NullMarked;
