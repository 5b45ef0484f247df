/**
 * What the driver, the mock upstream and everything between them agree on: directives, stamps,
 * event loops.
 */
@NullMarked
package io.marketplace.bench.wire;

import org.jspecify.annotations.NullMarked;
