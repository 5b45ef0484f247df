/** Sign-in through OpenID Connect, the signed-in person, and sign-out. */
@NullMarked
package io.marketplace.ui.signin;

import org.jspecify.annotations.NullMarked;
