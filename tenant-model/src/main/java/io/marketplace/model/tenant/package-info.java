/** Tenants, teams, applications and the people who sign in. */
@NullMarked
package io.marketplace.model.tenant;

import org.jspecify.annotations.NullMarked;
