/** The OpenAI-shaped upstream that costs next to nothing and echoes what it was sent. */
@NullMarked
package io.marketplace.bench.mock;

import org.jspecify.annotations.NullMarked;
