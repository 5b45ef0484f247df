package io.marketplace.model.quota;

import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import java.time.ZoneId;

/**
 * What a budget allows.
 *
 * @param period after what time it begins anew
 * @param timeZone an IANA name: whose midnights and months these are
 * @param cap what may be spent in a period; zero stops every call that costs
 * @param softPercent from which part of the cap on calls and people are warned, 1 to 100
 */
public record BudgetTerms(BudgetPeriod period, String timeZone, NanoUsd cap, int softPercent) {

  /** The zone of budgets that name none. */
  public static final String UTC = "UTC";

  /** The usual soft line. */
  public static final int USUAL_SOFT_PERCENT = 80;

  /**
   * Refuses what makes no sense.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error}
   */
  public BudgetTerms {
    if (softPercent < 1 || softPercent > 100) {
      throw Input.invalid("softPercent", "softPercent must be 1 to 100.");
    }
    // Offsets such as GMT+2 mean their opposite to the database: names of places only.
    boolean named = timeZone.equals(UTC) || timeZone.contains("/");
    if (!named || timeZone.startsWith("Etc/") || !ZoneId.getAvailableZoneIds().contains(timeZone)) {
      throw Input.invalid(
          "timeZone", "timeZone must be UTC or the name of a zone such as Europe/Zurich.");
    }
  }

  /** The spend from which on calls and people are warned, of that cap; rounded up. */
  public NanoUsd softLine(NanoUsd of) {
    // Hundredths first: the product of a large cap and a percentage does not fit.
    return new NanoUsd(
        of.value() / 100 * softPercent + Math.ceilDiv(of.value() % 100 * softPercent, 100));
  }
}
