package io.marketplace.ui.administration;

import com.vaadin.flow.component.html.Anchor;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.PoolStatus;
import io.marketplace.model.routing.Price;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Says of pools how they do and what they charge. */
final class PoolWords {

  static final String AGE = "by the gateways' probes; up: the last minute, uptime: 24 hours";

  private PoolWords() {}

  static DataTable<PoolStatus> table(List<PoolStatus> statuses, ZoneId zone) {
    DataTable<PoolStatus> table =
        new DataTable<PoolStatus>("Pools: state, uptime, utilisation, latency")
            .parts("Pool", status -> new Anchor("pools/" + status.id(), status.name()))
            .parts("State", PoolWords::state)
            .figures("Uptime", status -> status.uptime().map(PoolWords::uptime).orElse("–"))
            .figures("Under way", status -> Formats.count(status.inFlight()))
            .figures(
                "Capacity",
                status -> status.capacity().map(size -> Formats.count(size)).orElse("–"))
            .figures("Used", status -> status.utilisation().map(Formats::share).orElse("–"))
            .figures("Probe, ms", status -> status.latencyMs().map(PoolWords::millis).orElse("–"))
            .words(
                "Last reached",
                status ->
                    status.lastSeen().map(at -> Formats.moment(at, zone)).orElse(Formats.UNKNOWN));
    table.show(statuses);
    return table;
  }

  static State state(PoolStatus status) {
    Optional<Boolean> up = status.up();
    if (up.isEmpty()) {
      return State.nothing("Not probed");
    }
    return up.get() ? State.good("Up") : State.trouble("Down");
  }

  /** Two decimals below the whole: 99.95% is not 100%. */
  static String uptime(double share) {
    BigDecimal percent =
        BigDecimal.valueOf(share * 100).setScale(2, RoundingMode.FLOOR).stripTrailingZeros();
    return Formats.plain(percent) + "%";
  }

  /** {@code 0.50 / 1.50}, with the price of cached tokens where there is one. */
  static String price(Price price) {
    return Formats.price(price.promptPerMillion())
        + price.cachedPromptPerMillion().map(PoolWords::cached).orElse("")
        + " / "
        + Formats.price(price.completionPerMillion());
  }

  private static String cached(NanoUsd price) {
    return " (cached " + Formats.price(price) + ")";
  }

  private static String millis(double value) {
    return value < 10
        ? BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString()
        : Formats.count(Math.round(value));
  }
}
