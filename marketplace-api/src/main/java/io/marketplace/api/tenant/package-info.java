/** Tenants, teams, applications and the caller. */
@NullMarked
package io.marketplace.api.tenant;

import org.jspecify.annotations.NullMarked;
