/** Contract suites of audit. */
@NullMarked
package io.marketplace.db.audit;

import org.jspecify.annotations.NullMarked;
