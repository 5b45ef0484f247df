package io.marketplace.ui.catalogue;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.ui.component.Bold;
import java.util.List;
import java.util.stream.Collectors;

/** The models picked for comparison, at the foot of the list while there are any. */
final class CompareTray extends Div {

  private static final long serialVersionUID = 1L;

  CompareTray() {
    addClassName("tray");
    getElement().setAttribute("aria-live", "polite");
  }

  /** Shows what is picked. */
  void show(List<CardSlug> picked) {
    removeAll();
    setVisible(!picked.isEmpty());
    add(new Bold("Compare"));
    for (CardSlug slug : picked) {
      Span chip = new Span(slug.value());
      chip.addClassName("chip");
      add(chip);
    }
    add(new Span(picked.size() + " of " + CatalogueAddress.MOST_COMPARED + " picked"));
    if (picked.size() > 1) {
      String slugs = picked.stream().map(CardSlug::value).collect(Collectors.joining(","));
      Anchor go = new Anchor("compare?models=" + slugs, "Compare " + picked.size() + " models");
      go.addClassNames("b", "p");
      add(go);
    }
  }
}
