package io.marketplace.model.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.UUID;

/**
 * Makes and reads UUIDv7 identifiers (RFC 9562): ordered by time, so that they page and index well.
 */
public final class Ids {

  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private Ids() {}

  /** A new identifier, greater than those made in earlier milliseconds. */
  public static UUID next() {
    return GENERATOR.generate();
  }

  /**
   * Reads the canonical 36-character form.
   *
   * @throws MarketplaceException {@code not_found} if {@code text} is not an identifier
   */
  public static UUID parse(String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // answered below, like any unknown identifier
    }
    throw new MarketplaceException(ProblemCode.NOT_FOUND, "Nothing here has this identifier.");
  }
}
