package io.marketplace.ui.catalogue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.CardView;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.catalogue.Figure;
import io.marketplace.model.catalogue.Modality;
import io.marketplace.model.catalogue.ModelCard;
import io.marketplace.model.catalogue.ServingPool;
import io.marketplace.model.kernel.Topic;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.State;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is published about a model, where from, what serves it here, and whether the reader may call
 * it.
 */
@Route(value = "models/:slug", layout = PortalLayout.class)
public final class ModelPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient Reader reader;
  private final transient CatalogueQueries catalogue;
  private String title = "Model";
  private transient Optional<CardSlug> shown = Optional.empty();

  /** Takes the catalogue's queries. */
  @Inject
  public ModelPage(Readers readers, CatalogueQueries catalogue, LiveUpdates live) {
    this.reader = readers.current();
    this.catalogue = catalogue;
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
    CardSlug slug = CardSlug.parse(event.getRouteParameters().get("slug").orElse(""));
    show(slug);
    shown = Optional.of(slug);
  }

  private void show(CardSlug slug) {
    CardView view = catalogue.card(reader.actor(), slug);
    ModelCard card = view.card();
    String tier = card.tier().code();
    title = card.name();
    removeAll();
    Anchor ask = new Anchor("requests/new?tier=" + tier, "Request access");
    Anchor call = new Anchor("tiers/" + tier, view.access() ? "Call " + tier : "See " + tier);
    ask.addClassName("b");
    call.addClassName("b");
    // what the reader can do next leads
    (view.access() ? call : ask).addClassName("p");
    add(
        new PageHead("")
            .crumbs(
                new Anchor("catalogue", "Catalogue"),
                new Text(" / "),
                new Anchor("catalogue?tier=" + tier, CardWords.tier(card.tier())),
                new Text(" / " + card.name()))
            .answer(answer(view))
            .actions(view.access() ? ask : call, view.access() ? call : ask));
    card.retiresOn()
        .ifPresent(
            day ->
                add(
                    Notice.warning(
                        "Retires " + Formats.date(day),
                        view.successorName()
                            .map(name -> "Its successor is " + name + ".")
                            .orElse("No successor is named yet."))));
    Div main = new Div(serving(view), figures(card));
    main.addClassNames("c8", "stack");
    Div side = new Div(facts(card), prices(card));
    side.addClassNames("c4", "stack");
    Div page = new Div(main, side);
    page.addClassName("g");
    add(page);
  }

  private static AnswerLine answer(CardView view) {
    AnswerLine line = new AnswerLine().figure(view.card().name());
    line.say(view.card().vendor().map(vendor -> " by " + vendor).orElse(""));
    if (view.served()) {
      line.say(" answers calls to ")
          .figure(view.card().tier().code())
          .say(view.access() ? ", and you may call it." : ". You need a grant.");
    } else {
      line.say(" is catalogued; ")
          .figure(view.pools().isEmpty() ? "nothing serves it yet" : "its pool is down")
          .say(".");
    }
    return line;
  }

  private static LedgerSection serving(CardView view) {
    LedgerSection section = new LedgerSection("Serves it here").aside(CardWords.access(view));
    if (view.pools().isEmpty()) {
      return section.with(
          Notice.empty(
              "No pool serves this model yet",
              "It can be asked for all the same: a request tells the platform team that somebody wants it.",
              new Anchor("requests/new?tier=" + view.card().tier().code(), "Request access")));
    }
    DataTable<ServingPool> table =
        new DataTable<ServingPool>("Pools that serve this model")
            .words("Pool", ServingPool::pool)
            .words("Provider", ServingPool::provider)
            .words("Jurisdiction", ServingPool::jurisdiction)
            .figures(
                "$ per 1M in",
                pool -> pool.promptPerMillion().map(Formats::price).orElse(Formats.UNKNOWN))
            .figures(
                "$ per 1M out",
                pool -> pool.completionPerMillion().map(Formats::price).orElse(Formats.UNKNOWN))
            .parts(
                "State",
                pool ->
                    pool.up()
                        .map(up -> up ? State.good("Up") : State.trouble("Down"))
                        .orElse(State.waiting("Not probed yet")));
    table.show(view.pools());
    return section.with(table);
  }

  private static LedgerSection figures(ModelCard card) {
    LedgerSection section =
        new LedgerSection("Published benchmarks").aside("as their sources say, not measured here");
    if (card.figures().isEmpty()) {
      return section.with(
          Notice.empty(
              "No figure with a source",
              "Facts that nobody has published stay empty rather than guessed."));
    }
    DataTable<Figure> table =
        new DataTable<Figure>("Published benchmarks")
            .words("Benchmark", Figure::benchmark)
            .figures(
                "Figure",
                figure ->
                    Formats.plain(figure.value())
                        + figure
                            .unit()
                            .map(unit -> "%".equals(unit) ? unit : " " + unit)
                            .orElse(""))
            .parts("Source", figure -> CardWords.source(figure.source()));
    table.show(card.figures());
    return section.with(table);
  }

  private static LedgerSection facts(ModelCard card) {
    KeyValues facts =
        new KeyValues()
            .row("Tier", TierMark.beside(card.tier().code(), CardWords.tier(card.tier())))
            .row("Architecture", card.architecture().orElse(Formats.UNKNOWN))
            .row("Parameters", CardWords.size(card).orElse(Formats.UNKNOWN))
            .row(
                "Context",
                card.contextTokens()
                    .map(tokens -> Formats.count(tokens) + " tokens")
                    .orElse(Formats.UNKNOWN))
            .row(
                "Reads and gives",
                card.modalities().isEmpty()
                    ? Formats.UNKNOWN
                    : card.modalities().stream()
                        .map(Modality::code)
                        .sorted()
                        .collect(Collectors.joining(", ")))
            .row(
                "Licence",
                card.licenceUrl()
                    .map(url -> CardWords.link(url, card.licence().orElse("Terms")))
                    .orElse(new Text(card.licence().orElse(Formats.UNKNOWN))));
    LedgerSection section = new LedgerSection("Facts").with(facts);
    card.keyStrength().ifPresent(text -> section.with(new Paragraph(text)));
    card.notes().ifPresent(text -> section.with(note(new Text(text))));
    card.source()
        .ifPresent(text -> section.with(note(new Text("Source: "), CardWords.source(text))));
    return section;
  }

  private static LedgerSection prices(ModelCard card) {
    LedgerSection section =
        new LedgerSection("Published price")
            .aside("$ per 1M tokens")
            .with(
                new KeyValues()
                    .row(
                        "Input", card.inputPerMillion().map(Formats::price).orElse(Formats.UNKNOWN))
                    .row(
                        "Cached input",
                        card.cachedInputPerMillion().map(Formats::price).orElse(Formats.UNKNOWN))
                    .row(
                        "Output",
                        card.outputPerMillion().map(Formats::price).orElse(Formats.UNKNOWN)));
    card.priceSource()
        .ifPresent(text -> section.with(note(new Text("Source: "), CardWords.source(text))));
    return section;
  }

  private static Paragraph note(Component... parts) {
    Paragraph note = new Paragraph(parts);
    note.addClassName("note");
    return note;
  }

  @Override
  public String getPageTitle() {
    return Titles.of(title);
  }
}
