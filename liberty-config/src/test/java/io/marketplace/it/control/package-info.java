/** What the integration tests prepare and read through the REST control API. */
@NullMarked
package io.marketplace.it.control;

import org.jspecify.annotations.NullMarked;
