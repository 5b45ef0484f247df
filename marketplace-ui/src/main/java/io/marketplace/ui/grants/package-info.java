/** Grants: what each application may call, until when, and what stops or renews it. */
@NullMarked
package io.marketplace.ui.grants;

import org.jspecify.annotations.NullMarked;
