/** Tenants, teams, applications and people in the database. */
@NullMarked
package io.marketplace.db.tenant;

import org.jspecify.annotations.NullMarked;
