package io.marketplace.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.catalogue.CardFilter;
import io.marketplace.model.catalogue.CardList;
import io.marketplace.model.catalogue.CardSort;
import io.marketplace.model.catalogue.CardView;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.catalogue.ModelCard;
import io.marketplace.model.catalogue.SaveCard;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What does the catalogue say of each model, and who edited it? */
@Route(value = "cards", layout = PortalLayout.class)
@OpenTo(Role.PLATFORM_ADMIN)
public final class CardsPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 25;

  private final transient Reader reader;
  private final transient CatalogueQueries catalogue;
  private final transient SaveCard saving;
  private final PageHead head = new PageHead("Model cards");
  private final TextField text = new TextField("Model");
  private final Div rows = new Div();
  private final Paged<CardView> pages;

  /** Takes the catalogue's queries and what writes its cards. */
  @Inject
  public CardsPage(Readers readers, CatalogueQueries catalogue, SaveCard saving, LiveUpdates live) {
    this.reader = readers.current();
    this.catalogue = catalogue;
    this.saving = saving;
    pages = new Paged<>(PAGE, this::page, this::show);
    text.setMaxLength(80);
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(event -> pages.first());
    Button add = new Button("Add card", event -> edit(Optional.empty()));
    add.addThemeName("primary");
    head.actions(add);
    Div filters = new Div(text);
    filters.addClassName("filters");
    add(head, filters, new LedgerSection("Cards").aside("by tier and name").with(rows, pages));
    live.follow(this, pages::reload, Topic.CATALOGUE);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    pages.first();
  }

  private Page<CardView> page(PageRequest request) {
    CardFilter filter =
        new CardFilter(
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            false,
            Optional.of(text.getValue().strip()).filter(typed -> !typed.isEmpty()),
            CardSort.TIER);
    CardList list = catalogue.cards(reader.actor(), filter, request);
    head.answer(
        new AnswerLine()
            .figure(Formats.counted(list.total(), "card", "cards"))
            .say(". What nobody has published stays empty rather than guessed."));
    return list.page();
  }

  private void show(List<CardView> cards) {
    rows.removeAll();
    if (cards.isEmpty()) {
      rows.add(
          Notice.empty("No card fits", "Empty the field “Model”, or add a card for the model."));
      return;
    }
    DataTable<CardView> table =
        new DataTable<CardView>("Cards: model, tier, vendor, state of the facts")
            .parts(
                "Model",
                view -> new Anchor("models/" + view.card().slug().value(), view.card().name()))
            .parts("Tier", CardsPage::tier)
            .words("Vendor", view -> view.card().vendor().orElse(Formats.UNKNOWN))
            .words("Licence", view -> view.card().licence().orElse(Formats.UNKNOWN))
            .figures("Pools", view -> Formats.count(view.pools().size()))
            .words("Edited", CardsPage::edited)
            .parts("", this::action);
    table.show(cards);
    rows.add(table);
  }

  private static Component tier(CardView view) {
    return TierMark.beside(view.card().tier().code(), view.card().tier().code());
  }

  private static String edited(CardView view) {
    return view.card().version() == 0 ? "as delivered" : "version " + view.card().version();
  }

  private Component action(CardView view) {
    Button edit = new Button("Edit", event -> edit(Optional.of(view.card())));
    edit.addThemeName("small");
    edit.setAriaLabel("Edit the card of " + view.card().name());
    Div actions = new Div(edit);
    actions.addClassName("acts");
    return actions;
  }

  private void edit(Optional<ModelCard> card) {
    FieldErrors errors = new FieldErrors();
    CardFields fields = new CardFields(card, errors);
    new FormDialog(
            card.map(one -> "Edit " + one.name()).orElse("Add a card"),
            "Everybody sees it in the catalogue at once. A later delivery does not overwrite what is saved here.",
            errors)
        .wide()
        .with(fields)
        .open(
            "Save card",
            false,
            () -> {
              saving.save(reader.actor(), fields.value());
              Outcome.done("Card saved");
              pages.reload();
            });
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Model cards");
  }
}
