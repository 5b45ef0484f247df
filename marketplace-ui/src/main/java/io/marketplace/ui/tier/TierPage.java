package io.marketplace.ui.tier;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.GrantFilter;
import io.marketplace.model.access.GrantState;
import io.marketplace.model.access.GrantView;
import io.marketplace.model.catalogue.CardFilter;
import io.marketplace.model.catalogue.CardSort;
import io.marketplace.model.catalogue.CardView;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.catalogue.TierView;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Topic;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How fast, how dear, where does my data go, and how do I call it? */
@Route(value = "tiers/:tier", layout = PortalLayout.class)
public final class TierPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int MOST_MODELS = 50;
  private static final int MOST_GRANTS = 10;

  private final transient Reader reader;
  private final transient CatalogueQueries catalogue;
  private final transient AccessQueries access;
  private String title = "Tier";
  private transient Optional<Tier> shown = Optional.empty();
  private transient Optional<CallIt> call = Optional.empty();

  /** Takes the queries of the catalogue and of grants. */
  @Inject
  public TierPage(
      Readers readers, CatalogueQueries catalogue, AccessQueries access, LiveUpdates live) {
    this.reader = readers.current();
    this.catalogue = catalogue;
    this.access = access;
    live.follow(
        this,
        () -> shown.ifPresent(this::show),
        Topic.CATALOGUE,
        Topic.ROUTING,
        Topic.POOLS,
        Topic.ACCESS);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Tier tier =
        event
            .getRouteParameters()
            .get("tier")
            .flatMap(Tier::of)
            .orElseThrow(NotFoundException::new);
    shown = Optional.of(tier);
    call = Optional.of(new CallIt(tier));
    show(tier);
  }

  private void show(Tier tier) {
    TierView view =
        catalogue.tiers(reader.actor()).stream()
            .filter(each -> each.tier() == tier)
            .findFirst()
            .orElseThrow(NotFoundException::new);
    List<CardView> cards =
        catalogue.cards(reader.actor(), of(tier), PageRequest.first(MOST_MODELS)).page().items();
    title = view.name();
    removeAll();
    Anchor ask =
        new Anchor(
            "requests/new?tier=" + tier.code(),
            view.access() ? "Request access for another application" : "Request access");
    ask.addClassNames("b", "p");
    add(
        new PageHead("")
            .crumbs(new Anchor("catalogue", "Catalogue"), new Text(" / " + view.name()))
            .answer(answer(view))
            .actions(ask));
    Div main = new Div(TierWords.measured(view), TierModels.serving(cards));
    // kept as it is while the figures follow: a language was chosen, lines are being copied
    call.ifPresent(main::add);
    main.add(TierModels.all(tier, cards));
    main.addClassNames("c8", "stack");
    Div side = new Div(grants(tier), TierWords.use(view));
    side.addClassNames("c4", "stack");
    Div page = new Div(main, side);
    page.addClassName("g");
    add(page);
  }

  private static AnswerLine answer(TierView view) {
    AnswerLine line = new AnswerLine().figure(view.tier().code());
    if (view.p95TtftMs().isPresent()) {
      line.say(" gave its first token within ")
          .figure(Formats.duration(view.p95TtftMs().get()))
          .say(" in 95 of 100 calls");
    } else if (view.p95LatencyMs().isPresent()) {
      line.say(" answered within ")
          .figure(Formats.duration(view.p95LatencyMs().get()))
          .say(" in 95 of 100 calls");
    } else {
      line.say(view.served() ? " is served" : " is catalogued, and nothing serves it now");
    }
    return line.say(view.access() ? ", and you may call it." : ". You need a grant to call it.");
  }

  private LedgerSection grants(Tier tier) {
    GrantFilter filter =
        new GrantFilter(
            Set.of(GrantState.ACTIVE, GrantState.SUSPENDED),
            Optional.empty(),
            Optional.empty(),
            Optional.of(tier),
            Optional.empty(),
            Optional.empty());
    List<GrantView> grants =
        access.grants(reader.actor(), filter, PageRequest.first(MOST_GRANTS)).items();
    LedgerSection section = new LedgerSection("Your access");
    if (grants.isEmpty()) {
      return section.with(
          Notice.empty(
              "No grant yet",
              "An approver of your tenant decides a request; you see its cost and its policy before you send it.",
              new Anchor("requests/new?tier=" + tier.code(), "Request access")));
    }
    for (GrantView grant : grants) {
      section.with(
          new KeyValues()
              .row("Application", grant.applicationName())
              .row(
                  "State",
                  grant.state() == GrantState.ACTIVE
                      ? State.good("Granted")
                      : State.warning("Suspended"))
              .row(
                  "Until",
                  grant.until().map(end -> Formats.date(end, reader.zone())).orElse("no end"))
              .row("Data up to", grant.sensitivity().code())
              .row(
                  "Spent this month",
                  Formats.money(grant.spentThisMonth()) + " of " + Formats.money(grant.budget())));
    }
    return section;
  }

  private static CardFilter of(Tier tier) {
    return new CardFilter(
        Set.of(tier),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        false,
        Optional.empty(),
        CardSort.NAME);
  }

  @Override
  public String getPageTitle() {
    return Titles.of(title);
  }
}
