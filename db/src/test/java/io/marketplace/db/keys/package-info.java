/** Contract suites of keys. */
@NullMarked
package io.marketplace.db.keys;

import org.jspecify.annotations.NullMarked;
