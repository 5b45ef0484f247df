package io.marketplace.ui.catalogue;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.marketplace.model.catalogue.CardList;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.CardView;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.catalogue.Leaderboard;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Topic;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Which model fits my data and price, and may I call it? */
@Route(value = "catalogue", layout = PortalLayout.class)
public final class CataloguePage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 24;

  private final transient Reader reader;
  private final transient CatalogueQueries catalogue;
  private final PageHead head = new PageHead("Catalogue");
  private final TierSpine spine = new TierSpine();
  private final FilterPanel filters;
  private final Div boxes = new Div();
  private final CompareTray tray = new CompareTray();
  private final ViewSwitch views = new ViewSwitch();
  private final Paged<CardView> pages = new Paged<>(PAGE, this::page, this::show);
  private transient CatalogueAddress address = CatalogueAddress.of(QueryParameters.empty());

  /** Takes the catalogue's queries. */
  @Inject
  public CataloguePage(Readers readers, CatalogueQueries catalogue, LiveUpdates live) {
    this.reader = readers.current();
    this.catalogue = catalogue;
    filters = new FilterPanel(address, this::go);
    head.actions(views);
    Div columns = new Div(filters, new Div(boxes, pages, tray));
    columns.addClassName("cat");
    add(head, spine, columns);
    live.follow(this, this::load, Topic.CATALOGUE, Topic.ROUTING, Topic.ACCESS);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    address = CatalogueAddress.of(event.getLocation().getQueryParameters());
    tray.show(address.board() ? List.of() : address.picked());
    views.show(address);
    spine.show(catalogue.tiers(reader.actor()), address);
    pages.first();
  }

  private void load() {
    spine.show(catalogue.tiers(reader.actor()), address);
    pages.reload();
  }

  private Page<CardView> page(PageRequest request) {
    if (address.board()) {
      return board(request);
    }
    CardList list = catalogue.cards(reader.actor(), address.filter(), request);
    filters.show(address, list.facets());
    head.answer(CatalogueAnswer.of(list.total(), list.facets().access(), address));
    return list.page();
  }

  private Page<CardView> board(PageRequest request) {
    Leaderboard found =
        catalogue.leaderboard(reader.actor(), address.filter(), address.benchmark(), request);
    filters.show(address, found.facets());
    head.answer(CatalogueAnswer.of(found));
    boxes.removeAll();
    boxes.removeClassName("cards");
    boxes.add(new Board(found, address, request.offset() + 1));
    return found.page();
  }

  private void show(List<CardView> cards) {
    if (address.board()) {
      return;
    }
    boxes.removeAll();
    boxes.addClassName("cards");
    if (cards.isEmpty()) {
      Anchor all = new Anchor("catalogue", "Drop all filters");
      all.addClassName("b");
      boxes.add(
          Notice.empty(
              "No model fits these filters",
              "Take one away at the left, or look at the whole catalogue.",
              all));
    }
    cards.forEach(
        card ->
            boxes.add(
                new ModelBox(
                    card,
                    address.picked().contains(card.card().slug()),
                    box -> pick(card.card().slug(), box))));
  }

  /** Changes what is compared without building the list anew, so that focus stays on the box. */
  private void pick(CardSlug slug, Checkbox box) {
    List<CardSlug> picked = new ArrayList<>(address.picked());
    if (!box.getValue()) {
      picked.remove(slug);
    } else if (picked.size() < CatalogueAddress.MOST_COMPARED) {
      picked.add(slug);
    } else {
      box.setValue(false);
      Outcome.refused("Four models fit side by side. Drop one first.");
      return;
    }
    address = address.comparing(picked);
    tray.show(picked);
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(null, new Location("catalogue", address.query()));
  }

  private void go(CatalogueAddress to) {
    UI.getCurrent().navigate("catalogue", to.comparing(address.picked()).query());
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Catalogue");
  }
}
