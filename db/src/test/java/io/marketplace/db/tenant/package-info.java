/** Contract suites of tenant. */
@NullMarked
package io.marketplace.db.tenant;

import org.jspecify.annotations.NullMarked;
