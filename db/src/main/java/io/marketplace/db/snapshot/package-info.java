/** The gateway's adapters: plain JDBC, no persistence context on a path that must stay short. */
@NullMarked
package io.marketplace.db.snapshot;

import org.jspecify.annotations.NullMarked;
