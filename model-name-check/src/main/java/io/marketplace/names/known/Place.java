package io.marketplace.names.known;

import java.util.List;

/**
 * A place in code that names a model whatever it is called, such as the argument of {@code
 * from_pretrained}.
 *
 * @param name what the place is, for people
 * @param anchors texts, in small letters, one of which stands there
 * @param pattern a regular expression from the anchor on, whose first group is the name
 */
public record Place(String name, List<String> anchors, String pattern) {

  /** Copies the list. */
  public Place {
    anchors = List.copyOf(anchors);
  }
}
