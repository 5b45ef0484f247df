package io.marketplace.ui.tier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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
import io.marketplace.model.catalogue.ServingPool;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.catalogue.TierView;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.Figures;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
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

  /** A pool and the model of the catalogue it serves. */
  private record Serving(CardView card, ServingPool pool) {}

  private final transient Reader reader;
  private final transient CatalogueQueries catalogue;
  private final transient AccessQueries access;
  private String title = "Tier";

  /** Takes the queries of the catalogue and of grants. */
  @Inject
  public TierPage(Readers readers, CatalogueQueries catalogue, AccessQueries access) {
    this.reader = readers.current();
    this.catalogue = catalogue;
    this.access = access;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Tier tier =
        event
            .getRouteParameters()
            .get("tier")
            .flatMap(Tier::of)
            .orElseThrow(NotFoundException::new);
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
    Div main = new Div(measured(view), serving(cards), new CallIt(tier), models(cards));
    main.addClassNames("c8", "stack");
    Div side = new Div(grants(tier), use(view));
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

  private static LedgerSection measured(TierView view) {
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

  private static Component serving(List<CardView> cards) {
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
            .parts("Model and pool", TierPage::name)
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

  private static LedgerSection models(List<CardView> cards) {
    Anchor all =
        new Anchor(
            "catalogue?tier="
                + cards.stream().findFirst().map(card -> card.card().tier().code()).orElse(""),
            "Open in the catalogue");
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
                  grant.until().map(end -> Formats.date(end, reader.zone())).orElse("revoked"))
              .row("Data up to", grant.sensitivity().code())
              .row(
                  "Spent this month",
                  Formats.money(grant.spentThisMonth()) + " of " + Formats.money(grant.budget())));
    }
    return section;
  }

  private static LedgerSection use(TierView view) {
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
              Span note = new Span("Source: " + source);
              note.addClassName("note");
              section.with(note);
            });
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
