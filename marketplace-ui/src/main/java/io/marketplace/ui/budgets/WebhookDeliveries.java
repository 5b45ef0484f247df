package io.marketplace.ui.budgets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.quota.Delivery;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which signals were told to a webhook, and whether it took them, newest first. */
final class WebhookDeliveries {

  private static final int PAGE = 10;

  private final ZoneId zone;
  private final Supplier<BudgetPlaces> places;
  private final Div rows = new Div();
  private final Paged<Delivery> pages;
  private boolean set;

  /** Names what they are of by {@code places}, which is asked for anew each time. */
  WebhookDeliveries(
      Function<PageRequest, Page<Delivery>> source, ZoneId zone, Supplier<BudgetPlaces> places) {
    this.zone = zone;
    this.places = places;
    pages = new Paged<>(PAGE, source, this::show);
  }

  /** Where they are shown. */
  LedgerSection section() {
    return new LedgerSection("Deliveries")
        .columns(8)
        .aside("newest first; tried again with growing pauses for about a day")
        .with(rows, pages);
  }

  /** Reads them again; {@code webhookSet}, whether there is a webhook to tell. */
  void reload(boolean webhookSet) {
    set = webhookSet;
    pages.reload();
  }

  private void show(List<Delivery> found) {
    rows.removeAll();
    if (found.isEmpty()) {
      rows.add(
          set
              ? Notice.empty(
                  "Nothing was told yet",
                  "As soon as a budget crosses its soft mark or is used up, it stands here whether the receiver took it. Send a test to see that it would.")
              : Notice.empty(
                  "No webhook is set",
                  "Set one, and soft marks and used-up budgets are posted to it within seconds. They stand on the page Budgets in any case."));
      return;
    }
    BudgetPlaces named = places.get();
    DataTable<Delivery> table =
        new DataTable<Delivery>("Signals and whether the webhook took them")
            .parts("Whose", delivery -> BudgetSignals.whose(named, delivery.signal()))
            .parts("What", delivery -> BudgetSignals.what(delivery.signal()))
            .words("When", delivery -> Formats.moment(delivery.signal().at(), zone))
            .parts("Delivery", this::state)
            .figures("Tries", delivery -> Formats.count(delivery.attempts()));
    table.show(found);
    rows.add(table);
  }

  private Component state(Delivery delivery) {
    State state =
        switch (delivery.state()) {
          case DELIVERED -> State.good("Delivered");
          case WAITING -> State.waiting("On its way");
          case GIVEN_UP -> State.trouble("Given up");
        };
    Span two = new Span(state, new Small(words(delivery)));
    two.addClassName("two");
    return two;
  }

  private String words(Delivery delivery) {
    String answer = delivery.answer().map(said -> said + ", ").orElse("");
    return switch (delivery.state()) {
      case DELIVERED -> answer + moment(delivery.deliveredAt());
      case WAITING -> answer + "tried next " + moment(delivery.nextAt());
      case GIVEN_UP -> answer + moment(delivery.givenUpAt());
    };
  }

  private String moment(Optional<Instant> at) {
    return at.map(when -> Formats.moment(when, zone)).orElse(Formats.UNKNOWN);
  }
}
