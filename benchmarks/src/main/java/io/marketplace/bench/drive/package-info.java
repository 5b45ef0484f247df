/** The load: lanes of connections that check every answer they time. */
@NullMarked
package io.marketplace.bench.drive;

import org.jspecify.annotations.NullMarked;
