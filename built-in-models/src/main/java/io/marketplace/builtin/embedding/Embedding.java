package io.marketplace.builtin.embedding;

/**
 * A text's vector.
 *
 * @param vector {@link Embedder#DIMENSIONS} numbers, length 1
 * @param tokens that were read, special tokens included
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Embedding(float[] vector, int tokens) {}
