package io.marketplace.ui.catalogue;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.marketplace.model.catalogue.CardSort;
import io.marketplace.model.catalogue.Facets;
import io.marketplace.ui.format.Formats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The filters, with the number of models each option would show. Options stay where they are, so
 * that focus stays too.
 */
final class FilterPanel extends Div {

  private static final long serialVersionUID = 1L;

  private static final List<String> CONTEXTS = List.of("128000", "1000000");

  private record Option(Checkbox box, Span count) {}

  private final transient Map<String, Option> options = new LinkedHashMap<>();
  private final Map<String, Div> groups = new LinkedHashMap<>();
  private final transient Consumer<CatalogueAddress> changed;
  private final Div all = new Div();
  private final Details details = new Details("Filters", all);
  private final Select<CardSort> order = new Select<>();
  private CatalogueAddress address;

  /**
   * An empty panel; {@code changed} is told the new address when the reader sets or drops a filter.
   */
  FilterPanel(CatalogueAddress start, Consumer<CatalogueAddress> changed) {
    this.changed = changed;
    this.address = start;
    addClassName("fl");
    all.addClassName("fl-all");
    order.setLabel("Sort by");
    order.setItems(CardSort.values());
    order.setItemLabelGenerator(FilterPanel::words);
    order.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null) {
            changed.accept(address.with(CatalogueAddress.SORT, List.of(event.getValue().code())));
          }
        });
    all.add(order);
    details.setOpened(true);
    add(details);
    getElement()
        .executeJs(
            "if (matchMedia('(max-width: 720px)').matches) this.firstElementChild.opened = false");
  }

  /** Shows what is set, and the counts. */
  void show(CatalogueAddress now, Facets facets) {
    address = now;
    order.setValue(now.filter().sort());
    // the leaderboard is ordered by its own heads
    order.setVisible(!now.board());
    int set = now.narrowing();
    details.setSummaryText(set == 0 ? "Filters" : "Filters, " + set + " on");
    option("", CatalogueAddress.ACCESS, "1", "I have access", Formats.count(facets.access()));
    facets.modalities().forEach(each -> option("Modality", CatalogueAddress.MODALITY, each));
    for (String tokens : CONTEXTS) {
      String label = Formats.context(Long.parseLong(tokens)) + " and more";
      option("Context, tokens", CatalogueAddress.CONTEXT, tokens, label, "");
    }
    facets.licences().forEach(each -> option("Licence", CatalogueAddress.LICENCE, each));
    facets.regions().forEach(each -> option("Region", CatalogueAddress.REGION, each));
    facets
        .jurisdictions()
        .forEach(each -> option("Jurisdiction", CatalogueAddress.JURISDICTION, each));
  }

  private void option(String group, String name, Facets.Option facet) {
    option(group, name, facet.value(), facet.value(), Formats.count(facet.count()));
  }

  private void option(String group, String name, String value, String label, String count) {
    Option option =
        options.computeIfAbsent(name + "=" + value, key -> added(group, name, value, label));
    option.box.setValue(address.has(name, value));
    option.count.setText(count);
  }

  private Option added(String group, String name, String value, String label) {
    Checkbox box = new Checkbox(label);
    box.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            changed.accept(
                name.equals(CatalogueAddress.CONTEXT)
                    ? address.with(name, event.getValue() ? List.of(value) : List.of())
                    : address.toggled(name, value, event.getValue()));
          }
        });
    Span count = new Span();
    count.addClassName("n");
    Div line = new Div(box, count);
    line.addClassName("ck");
    groups.computeIfAbsent(group, this::headed).add(line);
    return new Option(box, count);
  }

  private Div headed(String title) {
    Div group = new Div();
    group.getElement().setAttribute("role", "group");
    if (!title.isEmpty()) {
      NativeLabel head = new NativeLabel(title);
      group.add(head);
      group.getElement().setAttribute("aria-label", title);
    }
    all.add(group);
    return group;
  }

  private static String words(CardSort sort) {
    return switch (sort) {
      case TIER -> "Tier";
      case NAME -> "Name";
      case CONTEXT -> "Longest context";
      case INPUT_PRICE -> "Cheapest input";
      case OUTPUT_PRICE -> "Cheapest output";
      case PARAMETERS -> "Most active parameters";
    };
  }
}
