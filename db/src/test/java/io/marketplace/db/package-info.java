/** Contract suites against a real Postgres. */
@NullMarked
package io.marketplace.db;

import org.jspecify.annotations.NullMarked;
