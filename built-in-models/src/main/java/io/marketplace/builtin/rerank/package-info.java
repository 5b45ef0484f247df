/** Reranking in Cohere's shape. */
@NullMarked
package io.marketplace.builtin.rerank;

import org.jspecify.annotations.NullMarked;
