package io.marketplace.ui.burn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.kernel.NanoUsd;
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

  static Component of(BurnReading reading, BurnAddress address) {
    NanoUsd all = reading.all().cost();
    DataTable<BurnReading.Row> table =
        new DataTable<BurnReading.Row>(
                "Who spends now by " + address.by().code() + ", dearest first")
            .words(BurnAddress.title(address.by()), BurnReading.Row::name)
            .parts("Mostly", BurnTable::mostly)
            .figures("$ an hour, now", row -> Formats.amount(row.rate().perHour()))
            .figures(
                "Share of it",
                row ->
                    all.value() == 0
                        ? Formats.UNKNOWN
                        : Formats.share((double) row.now().cost().value() / all.value()))
            .parts("Against its usual, ×", BurnTable::ratio)
            .figures("Calls a minute", row -> perMinute(row.now().requests(), address.minutes()))
            .figures(
                "Tokens in / out",
                row ->
                    Formats.tokens(row.now().promptTokens())
                        + " / "
                        + Formats.tokens(row.now().completionTokens()))
            .figures("Day before, $", row -> Formats.amount(row.day()))
            .parts("State", row -> state(row.rate().pace()));
    table.addClassName("burn");
    table.show(reading.rows());
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

  private static Component mostly(BurnReading.Row row) {
    return row.mostly()
        .<Component>map(tier -> TierMark.beside(tier.code(), tier.code()))
        .orElseGet(() -> new Text(Formats.UNKNOWN));
  }

  private static Component ratio(BurnReading.Row row) {
    if (row.rate().ratio().isEmpty()) {
      return new Text(Formats.UNKNOWN);
    }
    double ratio = row.rate().ratio().get();
    Meter meter =
        new Meter(ratio / WIDEST, 0, 1 / WIDEST, times(ratio) + " its usual pace, marked at 1");
    meter.addClassName(
        switch (row.rate().pace()) {
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
