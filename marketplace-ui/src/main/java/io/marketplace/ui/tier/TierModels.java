package io.marketplace.ui.tier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.catalogue.CardView;
import io.marketplace.model.catalogue.ServingPool;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import java.util.List;

/** The models of a tier and the pools that serve them. */
final class TierModels {

  /** A pool and the model of the catalogue it serves. */
  private record Serving(CardView card, ServingPool pool) {}

  private TierModels() {}

  /** The pools the tier's routes may choose from, or that there are none. */
  static LedgerSection serving(List<CardView> cards) {
    List<Serving> rows =
        cards.stream()
            .flatMap(card -> card.pools().stream().map(pool -> new Serving(card, pool)))
            .toList();
    LedgerSection section =
        new LedgerSection("Serves now").aside("what the routes may choose from");
    if (rows.isEmpty()) {
      return section.with(
          Notice.empty(
              "No pool serves this tier yet",
              "You can ask for access now; calls answer no_healthy_route until the platform team attaches a pool."));
    }
    DataTable<Serving> table =
        new DataTable<Serving>("Pools that serve this tier")
            .parts("Model and pool", TierModels::name)
            .figures("$ per 1M in / out", row -> price(row.pool()))
            .words("Provider", row -> row.pool().provider())
            .words("Jurisdiction", row -> row.pool().jurisdiction())
            .parts(
                "State",
                row ->
                    row.pool()
                        .up()
                        .map(up -> up ? State.good("Up") : State.trouble("Down"))
                        .orElse(State.waiting("Not probed yet")));
    table.show(rows);
    return section.with(table);
  }

  private static Component name(Serving row) {
    Anchor link = new Anchor("models/" + row.card().card().slug(), row.card().card().name());
    Span two =
        new Span(
            link,
            new Small(
                row.pool().pool() + row.pool().region().map(region -> ", " + region).orElse("")));
    two.addClassName("two");
    return two;
  }

  private static String price(ServingPool pool) {
    return pool.promptPerMillion().map(Formats::price).orElse(Formats.UNKNOWN)
        + " / "
        + pool.completionPerMillion().map(Formats::price).orElse(Formats.UNKNOWN);
  }

  /** The catalogue's cards of the tier. */
  static LedgerSection all(Tier tier, List<CardView> cards) {
    Anchor all = new Anchor("catalogue?tier=" + tier.code(), "Open in the catalogue");
    all.addClassName("note");
    DataTable<CardView> table =
        new DataTable<CardView>("Models of this tier")
            .parts("Model", card -> new Anchor("models/" + card.card().slug(), card.card().name()))
            .words("Licence", card -> card.card().licence().orElse(Formats.UNKNOWN))
            .figures(
                "Context, tokens",
                card ->
                    card.card()
                        .contextTokens()
                        .map(tokens -> Formats.context(tokens))
                        .orElse(Formats.UNKNOWN))
            .parts(
                "Serving",
                card -> card.served() ? State.good("Serving") : State.nothing("No pool"));
    table.show(cards);
    return new LedgerSection("Models of this tier").aside(all).with(table);
  }
}
