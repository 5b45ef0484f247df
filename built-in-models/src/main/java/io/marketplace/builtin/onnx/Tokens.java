package io.marketplace.builtin.onnx;

/**
 * What a tokenizer made of a text or a pair, special tokens included, nothing padded.
 *
 * @param ids in the model's vocabulary
 * @param mask 1 for each token
 * @param types 0 for the first text, 1 for the second
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one inference, is never compared
record Tokens(long[] ids, long[] mask, long[] types) {

  int count() {
    return ids.length;
  }
}
