package io.marketplace.model.policy;

import java.util.List;

/**
 * What the enterprise calls a sensitivity. The four ranks themselves are fixed.
 *
 * @param rank the sensitivity
 * @param name what people read, 1 to 40 characters
 * @param description which data it means, at most 500 characters
 * @param words what callers may say in place of the code, in lower case; a class of the
 *     enterprise's own between two ranks is a word of the higher one
 * @param version raised by every change
 */
public record SensitivityName(
    Sensitivity rank, String name, String description, List<String> words, int version) {

  /** Copies the list. */
  public SensitivityName {
    words = List.copyOf(words);
  }
}
