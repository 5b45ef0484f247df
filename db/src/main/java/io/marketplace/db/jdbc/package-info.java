/** What all plain JDBC adapters share: failures told apart by their SQL state. */
@NullMarked
package io.marketplace.db.jdbc;

import org.jspecify.annotations.NullMarked;
