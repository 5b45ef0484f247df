package io.marketplace.ui.catalogue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.marketplace.model.catalogue.CardView;
import io.marketplace.model.catalogue.Figure;
import io.marketplace.model.catalogue.Leaderboard;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The leaderboard: published figures side by side, each with the number of its source below. A cell
 * without a published figure is empty.
 */
final class Board extends Div {

  private static final long serialVersionUID = 1L;

  private final SequencedSet<String> sources = new LinkedHashSet<>();
  // Against the document's base address a bare fragment would lead to the home page.
  private final String href;

  /** Shows {@code board}; {@code first} is the place of its first card. */
  Board(Leaderboard board, CatalogueAddress address, int first) {
    href = address.href();
    addClassName("stack");
    Element table = new Element("table").setAttribute("aria-label", "Published figures");
    table.getClassList().add("tb");
    table.getClassList().add("board");
    Element heads = new Element("tr").appendChild(head("Model"));
    board.benchmarks().forEach(name -> heads.appendChild(head(name, board, address)));
    heads.appendChild(head("Access"));
    Element rows = new Element("tbody");
    int place = first;
    for (CardView card : board.page().items()) {
      rows.appendChild(row(card, board, place++));
    }
    table.appendChild(new Element("thead").appendChild(heads), rows);
    Div box = new Div();
    box.addClassName("scroll");
    // What scrolls must be reachable by keyboard.
    box.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
    box.getElement().setAttribute("aria-label", "Leaderboard, scrolls sideways");
    box.getElement().appendChild(table);
    add(
        new LedgerSection("Leaderboard").aside(words(board)).with(box),
        new LedgerSection("Sources").aside("as they say, not measured here").with(list()));
  }

  private static String words(Leaderboard board) {
    String by = board.by().map(name -> "by " + name).orElse("no figure is published");
    return board.unmeasured() == 0
        ? by
        : by
            + "; "
            + Formats.counted(board.unmeasured(), "model", "models")
            + " without a published figure left out";
  }

  private static Element head(String text) {
    return new Element("th").setAttribute("scope", "col").setText(text);
  }

  private static Element head(String benchmark, Leaderboard board, CatalogueAddress address) {
    boolean on = board.by().filter(benchmark::equals).isPresent();
    Anchor link =
        new Anchor(
            address.with(CatalogueAddress.BENCHMARK, List.of(benchmark)).href(),
            on ? benchmark + " ▼" : benchmark);
    link.addClassName("plain");
    Element head = new Element("th").setAttribute("scope", "col").appendChild(link.getElement());
    head.getClassList().add("r");
    return on ? head.setAttribute("aria-sort", "descending") : head;
  }

  private Element row(CardView view, Leaderboard board, int place) {
    String tier = view.card().tier().code();
    Element row = new Element("tr").setAttribute("data-item", view.card().slug().value());
    Span number = new Span(Integer.toString(place));
    number.addClassName("q");
    Span name =
        new Span(
            new Anchor("models/" + view.card().slug(), view.card().name()),
            new Small(CardWords.tier(view.card().tier())));
    name.addClassName("two");
    Span first = new Span(number, new TierMark(tier), name);
    first.addClassName("tw");
    row.appendChild(new Element("th").setAttribute("scope", "row").appendChild(first.getElement()));
    for (String benchmark : board.benchmarks()) {
      row.appendChild(cell(view, benchmark, board.by()));
    }
    return row.appendChild(new Element("td").appendChild(CardWords.access(view).getElement()));
  }

  private Element cell(CardView view, String benchmark, Optional<String> by) {
    Element cell = new Element("td");
    cell.getClassList().add("r");
    Div lines = new Div();
    for (Figure figure : view.card().figures()) {
      if (figure.benchmark().equals(benchmark)) {
        String value = Formats.plain(figure.value()) + figure.unit().filter("%"::equals).orElse("");
        Component shown =
            by.filter(benchmark::equals).isPresent() ? new Bold(value) : new Text(value);
        Anchor source =
            new Anchor(href + "#source-" + number(figure.source()), mark(figure.source()));
        source.setRouterIgnore(true);
        source.addClassName("src");
        source.getElement().setAttribute("aria-label", "source " + number(figure.source()));
        lines.add(new Div(shown, source));
      }
    }
    return cell.appendChild(lines.getElement());
  }

  private String mark(String source) {
    return "[" + number(source) + "]";
  }

  private int number(String source) {
    sources.add(source);
    return List.copyOf(sources).indexOf(source) + 1;
  }

  private Component list() {
    if (sources.isEmpty()) {
      return new Paragraph("None of these models has a published figure in the catalogue.");
    }
    OrderedList list = new OrderedList();
    list.addClassName("sources");
    for (String source : sources) {
      ListItem item = new ListItem(CardWords.source(source));
      item.setId("source-" + number(source));
      list.add(item);
    }
    return list;
  }
}
