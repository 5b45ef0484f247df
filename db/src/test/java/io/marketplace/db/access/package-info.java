/** Contract suites of access. */
@NullMarked
package io.marketplace.db.access;

import org.jspecify.annotations.NullMarked;
