package io.marketplace.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.marketplace.model.catalogue.TierView;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.State;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import java.util.List;

/**
 * The six tiers with what was measured of the reader's own calls, and whether they may be called.
 */
final class CallableTiers extends Div {

  private static final long serialVersionUID = 1L;

  CallableTiers(List<TierView> tiers) {
    DataTable<TierView> table =
        new DataTable<TierView>(
                "Tiers, what was measured in the last 30 days, and whether you may call them")
            .parts("Alias", CallableTiers::alias)
            .figures(
                "Calls, 30 days",
                tier -> tier.calls() == 0 ? Formats.NONE : Formats.count(tier.calls()))
            .figures(
                "TTFT p95", tier -> tier.p95TtftMs().map(Formats::duration).orElse(Formats.UNKNOWN))
            .figures(
                "Latency p95",
                tier -> tier.p95LatencyMs().map(Formats::duration).orElse(Formats.UNKNOWN))
            .parts("Serving", CallableTiers::serving)
            .parts("Access", CallableTiers::access);
    table.show(tiers);
    add(table);
  }

  private static Component alias(TierView tier) {
    Anchor link =
        new Anchor(
            "tiers/" + tier.tier().code(),
            TierMark.alias(tier.tier().code(), tier.tier().code(), tier.name()));
    link.addClassName("plain");
    return link;
  }

  private static Component serving(TierView tier) {
    if (tier.served()) {
      return State.good("Serving");
    }
    return tier.pools() == 0 ? State.nothing("No pool yet") : State.trouble("Down");
  }

  private static Component access(TierView tier) {
    return tier.access()
        ? State.good("Granted")
        : new Anchor("requests/new?tier=" + tier.tier().code(), "Request");
  }
}
