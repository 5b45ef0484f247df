package io.marketplace.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.GpuPrice;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolHour;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.format.Typed;
import io.marketplace.ui.shell.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What an own pool's last hours cost beside what the ledger booked for them. */
final class GpuHours extends Div {

  private static final long serialVersionUID = 1L;

  private static final int NANO = 9;
  private static final int CENTS = 2;

  private final transient Reader reader;
  private final transient GpuDoor door;
  private final transient Pool pool;

  GpuHours(Reader reader, GpuDoor door, Pool pool) {
    this.reader = reader;
    this.door = door;
    this.pool = pool;
    addClassName("stack");
    draw();
  }

  private void draw() {
    removeAll();
    Optional<GpuPrice> price = door.price(reader.actor(), pool.id());
    Paragraph words =
        new Paragraph(
            price
                .map(GpuHours::words)
                .orElse("No price of a GPU-hour is set: the pool is paid for by its tokens."));
    words.addClassName("said");
    Button set = new Button("Set GPU-hour price", event -> ask(price));
    set.addThemeName("small");
    add(words);
    if (price.isPresent()) {
      add(table(door.hours(reader.actor(), pool.id())));
    }
    add(set);
  }

  private static String words(GpuPrice price) {
    return Formats.counted(price.gpus(), "GPU", "GPUs")
        + " at $"
        + price.gpuHour().toDollars()
        + " an hour, version "
        + price.version()
        + ". Calls are booked by token prices; what is left of an hour's cost is shown here.";
  }

  private DataTable<PoolHour> table(List<PoolHour> hours) {
    DataTable<PoolHour> table =
        new DataTable<PoolHour>("The last 24 hours: cost, tokens, what was booked")
            .words("Hour", hour -> Formats.moment(hour.hour(), reader.zone()))
            .figures("Cost, $", hour -> dollars(hour.cost().value()))
            .figures(
                "Tokens", hour -> Formats.tokens(hour.promptTokens() + hour.completionTokens()))
            .figures("Booked, $", hour -> dollars(hour.booked().value()))
            .figures("Not booked, $", hour -> dollars(hour.unbookedNano()))
            .figures(
                "Cost per 1M tokens",
                hour -> hour.perMillion().map(Formats::price).orElse(Formats.UNKNOWN));
    table.show(hours);
    return table;
  }

  private static String dollars(long nano) {
    return BigDecimal.valueOf(nano, NANO).setScale(CENTS, RoundingMode.HALF_UP).toPlainString();
  }

  private void ask(Optional<GpuPrice> price) {
    TextField hour = new TextField("A GPU for an hour, $");
    TextField gpus = new TextField("GPUs of the pool");
    price.ifPresent(
        before -> {
          hour.setValue(before.gpuHour().toDollars());
          gpus.setValue(Integer.toString(before.gpus()));
        });
    new FormDialog(
            "Set the price of a GPU-hour",
            "It holds from now on; hours that have passed keep the price they had.",
            new FieldErrors().map("gpuHourUsd", hour).map("gpus", gpus))
        .with(hour, gpus)
        .open(
            "Set price",
            false,
            () -> {
              NanoUsd amount = Typed.dollars("gpuHourUsd", hour.getValue());
              int count =
                  Typed.count("gpus", gpus.getValue())
                      .filter(number -> number <= Integer.MAX_VALUE)
                      .map(Long::intValue)
                      .orElseThrow(() -> Input.invalid("gpus", "gpus must be 1 to 100,000."));
              door.set(reader.actor(), pool.id(), amount, count);
              Outcome.done("Price of a GPU-hour set");
              draw();
            });
  }
}
