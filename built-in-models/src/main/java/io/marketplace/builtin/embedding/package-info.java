/** Embeddings in OpenAI's shape. */
@NullMarked
package io.marketplace.builtin.embedding;

import org.jspecify.annotations.NullMarked;
