package io.marketplace.names.known;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A family of models, and how its members are written.
 *
 * @param name such as {@code Claude}
 * @param alias the alias that most of its members stand behind; empty if no tier does such work
 * @param anchors texts, in small letters, one of which every spelling holds; a spelling begins at
 *     its anchor, or after it if the anchor begins with something else than a letter or a digit
 * @param spellings for each certainty the spellings, in the notation of {@link Notation}
 * @param otherwise a regular expression, in small letters, of what tells on the same line that
 *     something else of this name is meant; of a sure spelling nothing does
 */
public record Family(
    String name,
    Optional<String> alias,
    List<String> anchors,
    Map<Certainty, String> spellings,
    Optional<String> otherwise) {

  /** Copies the collections. */
  public Family {
    anchors = List.copyOf(anchors);
    spellings = Map.copyOf(spellings);
  }
}
