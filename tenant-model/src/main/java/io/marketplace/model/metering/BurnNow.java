package io.marketplace.model.metering;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.PageRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Tells which agent, workflow, customer or whoever else is burning money now, from live data. */
@Singleton
public final class BurnNow {

  /** A day: what is longer is a question about usage. */
  public static final int MOST_MINUTES = 24 * 60;

  private static final Duration DAY = Duration.ofDays(1);

  private final UsageQueries usage;
  private final Clock clock;

  /** Asks {@code usage}. */
  @Inject
  public BurnNow(UsageQueries usage, Clock clock) {
    this.usage = usage;
    this.clock = clock;
  }

  /**
   * Who spends, dearest first, against the 24 whole hours before the window. An actor sees what it
   * sees of usage.
   *
   * @param minutes what "now" means, 1 to {@value #MOST_MINUTES}
   * @param by what to group by, at least one
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} naming
   *     {@code minutes} or {@code by}
   */
  public Burn read(Actor actor, int minutes, List<UsageDimension> by, PageRequest page) {
    if (minutes < 1 || minutes > MOST_MINUTES) {
      throw Input.invalid("minutes", "minutes must be 1 to " + MOST_MINUTES + ".");
    }
    if (by.isEmpty()) {
      throw Input.invalid("by", "by must name what to group by.");
    }
    Instant to = clock.instant();
    UsagePeriod now = new UsagePeriod(to.minus(Duration.ofMinutes(minutes)), to);
    Instant hour = now.from().truncatedTo(ChronoUnit.HOURS);
    return usage.burn(actor, now, new UsagePeriod(hour.minus(DAY), hour), by, page);
  }
}
