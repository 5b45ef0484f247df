/** The gateway's doors to the database: configuration in, usage and sightings out. */
@NullMarked
package io.marketplace.model.snapshot;

import org.jspecify.annotations.NullMarked;
