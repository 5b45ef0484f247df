package io.marketplace.model.metering;

import io.marketplace.model.kernel.Input;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How many days a tenant's calls stay in the ledger one by one.
 *
 * @param value {@value #LEAST} to {@value #MOST}
 */
public record RetentionDays(int value) {

  /**
   * Six months at their longest: the least that Article 26(6) of Regulation (EU) 2024/1689 asks of
   * deployers.
   */
  public static final int LEAST = 184;

  /** Ten years, the longest time that books are kept by law where we know it. */
  public static final int MOST = 3_660;

  /**
   * Refuses what is not allowed.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} naming
   *     {@code days}
   */
  public RetentionDays {
    if (value < LEAST || value > MOST) {
      throw Input.invalid(
          "days",
          "days must be "
              + LEAST
              + " (six months, which the law asks for) to "
              + MOST
              + ", or null for ever.");
    }
  }

  /** The first moment that is still kept at {@code now}: whole UTC days go. */
  public Instant keptFrom(Instant now) {
    return now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(value));
  }
}
