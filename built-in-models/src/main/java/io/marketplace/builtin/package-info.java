/** The built-in model server: an embedder and a reranker on loopback, in a process of their own. */
@NullMarked
package io.marketplace.builtin;

import org.jspecify.annotations.NullMarked;
