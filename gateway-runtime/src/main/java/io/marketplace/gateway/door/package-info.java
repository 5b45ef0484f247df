/** HTTP in, HTTP out: parses only what the line needs and streams with a flush a chunk. */
@NullMarked
package io.marketplace.gateway.door;

import org.jspecify.annotations.NullMarked;
