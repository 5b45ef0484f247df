package io.marketplace.ui.catalogue;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.marketplace.model.catalogue.TierView;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import java.util.List;

/**
 * The six tiers across the page; the bar above each is its share of the calls in the last 30 days.
 */
final class TierSpine extends Nav {

  private static final long serialVersionUID = 1L;

  TierSpine() {
    addClassName("spine");
    getElement().setAttribute("aria-label", "Tiers");
  }

  /** Shows the tiers; the ones that are filtered by lead back to all. */
  void show(List<TierView> tiers, CatalogueAddress address) {
    removeAll();
    for (TierView view : tiers) {
      String code = view.tier().code();
      boolean on = address.filter().tiers().contains(view.tier());
      CatalogueAddress target = address.with(CatalogueAddress.TIER, on ? List.of() : List.of(code));
      Anchor link = new Anchor(target.href());
      link.addClassName("t-" + code);
      link.getStyle().set("--w", Math.round(view.share().orElse(0.0) * 100) + "%");
      if (on) {
        link.getElement().setAttribute("aria-current", "true");
      }
      Span name = new Span(new TierMark(code), new Bold(view.name()));
      name.addClassName("tw");
      Span note = new Span(new Text(view.tagline().orElse("")));
      note.addClassName("note");
      if (view.tagline().isPresent()) {
        note.getElement().appendChild(new Element("br"));
      }
      note.add(
          view.share()
              .map(share -> Formats.share(share) + " of calls")
              .orElse("no calls in 30 days"));
      link.add(name, note);
      add(link);
    }
  }
}
