package io.marketplace.names.known;

/**
 * How much of its surroundings a spelling needs before it is taken for a model's name. Names such
 * as {@code phi-3} are arithmetic in one file and a model in the next.
 */
public enum Certainty {
  /** Nothing else is written so. */
  SURE,

  /**
   * A name if it is the whole of a quoted text, stands where a model is named, or follows a
   * provider.
   */
  QUOTED,

  /** As {@link #QUOTED}, but a quoted text counts only where language models are the subject. */
  TOLD,

  /** Only where a model is named, or behind a provider. */
  KEYED,

  /** Only where a model is named and language models are the subject, or behind a provider. */
  HINTED
}
