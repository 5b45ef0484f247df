package io.marketplace.ui.tier;

import com.vaadin.flow.component.html.Paragraph;
import io.marketplace.model.catalogue.TierView;
import io.marketplace.ui.component.Figures;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;

/** What is measured and said of a tier. */
final class TierWords {

  private TierWords() {}

  /** What was measured of the tier here. */
  static LedgerSection measured(TierView view) {
    State state =
        view.served()
            ? State.good("Serving")
            : view.pools() == 0 ? State.nothing("No pool yet") : State.trouble("Down");
    return new LedgerSection("Measured here, last 30 days")
        .aside(state)
        .with(
            new Figures()
                .figure(
                    "Calls", view.calls() == 0 ? Formats.NONE : Formats.count(view.calls()), "", "")
                .figure(
                    "First token, p95",
                    view.p95TtftMs().map(Formats::duration).orElse(Formats.UNKNOWN),
                    "",
                    "streamed calls")
                .figure(
                    "Whole answer, p95",
                    view.p95LatencyMs().map(Formats::duration).orElse(Formats.UNKNOWN),
                    "",
                    "")
                .figure(
                    "Share of your calls",
                    view.share().map(Formats::share).orElse(Formats.UNKNOWN),
                    "",
                    ""));
  }

  /** When to use it, as the catalogue says. */
  static LedgerSection use(TierView view) {
    KeyValues facts = new KeyValues().row("For", view.purpose());
    view.useWhen().ifPresent(text -> facts.row("Use it when", text));
    view.useNotWhen().ifPresent(text -> facts.row("Not when", text));
    view.relativeCost().ifPresent(text -> facts.row("Relative cost", text));
    view.volumeShare().ifPresent(text -> facts.row("Share of volume", text));
    view.performanceTarget().ifPresent(text -> facts.row("Target", text));
    view.scalingPolicy().ifPresent(text -> facts.row("Scaling", text));
    view.gpuAllocation().ifPresent(text -> facts.row("Hardware", text));
    LedgerSection section = new LedgerSection("When to use it").with(facts);
    view.source()
        .ifPresent(
            source -> {
              Paragraph note = new Paragraph("Source: " + source);
              note.addClassName("note");
              section.with(note);
            });
    return section;
  }
}
