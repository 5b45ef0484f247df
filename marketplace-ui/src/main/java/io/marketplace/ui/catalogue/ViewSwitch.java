package io.marketplace.ui.catalogue;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** Turns between boxes and leaderboard; the filters stay. */
final class ViewSwitch extends Div {

  private static final long serialVersionUID = 1L;

  ViewSwitch() {
    addClassName("seg");
    getElement().setAttribute("role", "group").setAttribute("aria-label", "View");
  }

  void show(CatalogueAddress address) {
    removeAll();
    add(
        link("List", address.with(CatalogueAddress.VIEW, List.of()), !address.board()),
        link(
            "Leaderboard",
            address.with(CatalogueAddress.VIEW, List.of(CatalogueAddress.LEADERBOARD)),
            address.board()));
  }

  private static Anchor link(String words, CatalogueAddress target, boolean on) {
    Anchor link = new Anchor(target.href(), words);
    if (on) {
      link.getElement().setAttribute("aria-current", "true");
    }
    return link;
  }
}
