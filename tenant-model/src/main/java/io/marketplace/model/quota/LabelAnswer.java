package io.marketplace.model.quota;

import java.time.Duration;
import java.util.Set;

/** What became of a {@link LabelWish}. */
public sealed interface LabelAnswer {

  /** How long from now this is so: until the month ends in UTC. */
  Duration valid();

  /** The key may bear the value. */
  record Admitted(Duration valid) implements LabelAnswer {}

  /**
   * The key has brought up as many values as it may, and this is none of them.
   *
   * @param known all that it has brought up
   */
  record Full(Duration valid, Set<String> known) implements LabelAnswer {

    /** Copies the set. */
    public Full {
      known = Set.copyOf(known);
    }
  }
}
