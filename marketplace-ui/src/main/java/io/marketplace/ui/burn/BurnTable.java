package io.marketplace.ui.burn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.Burn;
import io.marketplace.model.metering.BurnRate;
import io.marketplace.model.metering.Burner;
import io.marketplace.model.metering.UsageGroup;
import io.marketplace.model.metering.UsageTotals;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.Meter;
import io.marketplace.ui.component.State;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import java.util.Locale;

/** Who spends now, in rows. */
final class BurnTable {

  /** The ratio at the end of the bar; what is more is cut there, its figure stands beside it. */
  private static final double WIDEST = 2 * BurnRate.RUNAWAY;

  private BurnTable() {}

  static Component of(Burn burn, BurnAddress address) {
    NanoUsd all = burn.totals().cost();
    DataTable<Burner> table =
        new DataTable<Burner>("Who spends now by " + address.by().code() + ", dearest first")
            .words(BurnAddress.title(address.by()), row -> name(row, address))
            .parts("Mostly", BurnTable::mostly)
            .figures("$ an hour, now", row -> Formats.amount(burn.rate(row).perHour()))
            .figures(
                "Share of it",
                row ->
                    all.value() == 0
                        ? Formats.UNKNOWN
                        : Formats.share((double) totals(row).cost().value() / all.value()))
            .parts("Against its usual, ×", row -> ratio(burn.rate(row)))
            .figures("Calls a minute", row -> perMinute(totals(row).requests(), address.minutes()))
            .figures(
                "Tokens in / out",
                row ->
                    Formats.tokens(totals(row).promptTokens())
                        + " / "
                        + Formats.tokens(totals(row).completionTokens()))
            .figures("Day before, $", row -> Formats.amount(row.before()))
            .parts("State", row -> state(burn.rate(row).pace()));
    table.addClassName("burn");
    table.show(burn.page().items());
    return table;
  }

  static String perMinute(long calls, int minutes) {
    double rate = (double) calls / minutes;
    return rate >= 10 ? Formats.count(Math.round(rate)) : String.format(Locale.ROOT, "%.1f", rate);
  }

  static String times(double ratio) {
    return ratio >= 10
        ? Formats.count(Math.round(ratio)) + "×"
        : String.format(Locale.ROOT, "%.1f×", ratio);
  }

  private static String name(Burner row, BurnAddress address) {
    UsageGroup.Value value = row.usage().value(address.by());
    return value.id().isEmpty() ? "not said" : value.show();
  }

  private static UsageTotals totals(Burner row) {
    return row.usage().totals();
  }

  private static Component mostly(Burner row) {
    return row.mostly()
        .flatMap(Tier::of)
        .<Component>map(tier -> TierMark.beside(tier.code(), tier.code()))
        .orElseGet(() -> new Text(Formats.UNKNOWN));
  }

  private static Component ratio(BurnRate rate) {
    if (rate.ratio().isEmpty()) {
      return new Text(Formats.UNKNOWN);
    }
    double ratio = rate.ratio().get();
    Meter meter =
        new Meter(ratio / WIDEST, 0, 1 / WIDEST, times(ratio) + " its usual pace, marked at 1");
    meter.addClassName(
        switch (rate.pace()) {
          case RUNAWAY -> "runaway";
          case RISING -> "rising";
          case USUAL, NEW -> "usual";
        });
    Div line = new Div(meter, new Span(times(ratio)));
    line.addClassName("ratio");
    return line;
  }

  private static State state(BurnRate.Pace pace) {
    return switch (pace) {
      case RUNAWAY -> State.trouble("Runaway");
      case RISING -> State.warning("Rising");
      case USUAL -> State.good("Usual");
      case NEW -> State.waiting("New today");
    };
  }
}
