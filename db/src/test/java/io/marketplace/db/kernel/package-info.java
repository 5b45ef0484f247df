/** Contract suites of kernel. */
@NullMarked
package io.marketplace.db.kernel;

import org.jspecify.annotations.NullMarked;
