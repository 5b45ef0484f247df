package io.marketplace.ui.catalogue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.marketplace.model.catalogue.CardView;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.catalogue.Figure;
import io.marketplace.model.catalogue.Modality;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Up to four models side by side; facts in rows, so that one eye movement compares them. */
@Route(value = "compare", layout = PortalLayout.class)
public final class ComparePage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient Reader reader;
  private final transient CatalogueQueries catalogue;

  /** Takes the catalogue's queries. */
  @Inject
  public ComparePage(Readers readers, CatalogueQueries catalogue) {
    this.reader = readers.current();
    this.catalogue = catalogue;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    String slugs = event.getLocation().getQueryParameters().getSingleParameter("models").orElse("");
    CatalogueAddress address =
        CatalogueAddress.of(new QueryParameters(Map.of(CatalogueAddress.COMPARE, List.of(slugs))));
    PageHead head =
        new PageHead("").crumbs(new Anchor("catalogue", "Catalogue"), new Text(" / Compare"));
    add(head);
    if (address.picked().isEmpty()) {
      head.answer(new AnswerLine().figure("Nothing").say(" is picked to compare."));
      add(
          Notice.empty(
              "Pick two to four models",
              "Tick Compare on the models in the catalogue, then open the comparison at its foot.",
              new Anchor("catalogue", "Open the catalogue")));
      return;
    }
    List<CardView> cards = catalogue.compare(reader.actor(), address.picked());
    head.answer(answer(cards));
    Div box = new Div();
    box.addClassName("scroll");
    box.getElement().appendChild(table(cards));
    add(new LedgerSection("Side by side").aside("– means nobody has published it").with(box));
  }

  private static AnswerLine answer(List<CardView> cards) {
    long open = cards.stream().filter(CardView::access).count();
    long served = cards.stream().filter(CardView::served).count();
    return new AnswerLine()
        .say("Of ")
        .figure(Formats.counted(cards.size(), "model", "models"))
        .say(", you can call ")
        .figure(open == 0 ? Formats.NONE : Long.toString(open))
        .say(served(served, cards.size()));
  }

  private static String served(long served, int all) {
    if (served == 0) {
      return "; nothing serves them now.";
    }
    return served == all ? "; all are served." : "; " + served + " of them are served now.";
  }

  private static Element table(List<CardView> cards) {
    Element table = new Element("table").setAttribute("aria-label", "Models side by side");
    table.getClassList().add("tb");
    table.getClassList().add("side");
    Element body = new Element("tbody");
    row(
        body,
        "Model",
        cards,
        view -> new Anchor("models/" + view.card().slug(), view.card().name()));
    row(
        body,
        "Tier",
        cards,
        view -> TierMark.beside(view.card().tier().code(), CardWords.tier(view.card().tier())));
    words(body, "Vendor", cards, view -> view.card().vendor().orElse(Formats.UNKNOWN));
    words(body, "Architecture", cards, view -> view.card().architecture().orElse(Formats.UNKNOWN));
    words(body, "Parameters", cards, view -> CardWords.size(view.card()).orElse(Formats.UNKNOWN));
    words(
        body,
        "Context, tokens",
        cards,
        view -> view.card().contextTokens().map(Formats::count).orElse(Formats.UNKNOWN));
    words(body, "Licence", cards, view -> view.card().licence().orElse(Formats.UNKNOWN));
    words(body, "Reads and gives", cards, ComparePage::modalities);
    words(body, "$ per 1M in / out", cards, CardWords::prices);
    words(body, "Where", cards, CardWords::place);
    cards.stream()
        .flatMap(view -> view.card().figures().stream())
        .map(Figure::benchmark)
        .distinct()
        .forEach(benchmark -> words(body, benchmark, cards, view -> figure(view, benchmark)));
    words(body, "Strong at", cards, view -> view.card().keyStrength().orElse(Formats.UNKNOWN));
    row(body, "Access", cards, CardWords::access);
    return table.appendChild(body);
  }

  private static String modalities(CardView view) {
    String all =
        view.card().modalities().stream()
            .map(Modality::code)
            .sorted()
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? Formats.UNKNOWN : all;
  }

  private static String figure(CardView view, String benchmark) {
    return view.card().figures().stream()
        .filter(figure -> figure.benchmark().equals(benchmark))
        .findFirst()
        .map(figure -> Formats.plain(figure.value()) + figure.unit().filter("%"::equals).orElse(""))
        .orElse(Formats.UNKNOWN);
  }

  private static void words(
      Element body, String name, List<CardView> cards, Function<CardView, String> cell) {
    row(body, name, cards, view -> new Text(cell.apply(view)));
  }

  private static void row(
      Element body, String name, List<CardView> cards, Function<CardView, Component> cell) {
    Element row =
        new Element("tr").appendChild(new Element("th").setAttribute("scope", "row").setText(name));
    cards.forEach(
        card -> row.appendChild(new Element("td").appendChild(cell.apply(card).getElement())));
    body.appendChild(row);
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Compare");
  }
}
