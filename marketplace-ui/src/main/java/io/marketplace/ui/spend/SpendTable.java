package io.marketplace.ui.spend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsageGroup;
import io.marketplace.model.metering.UsageQueries;
import io.marketplace.model.metering.UsageQuery;
import io.marketplace.model.metering.UsageReport;
import io.marketplace.model.metering.UsageTotals;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.format.Formats;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who spends it: one dimension in rows, dearest first, each split by tier. */
final class SpendTable extends Div {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 15;

  private final transient UsageQueries usage;
  private final transient Actor actor;
  private final transient SpendAddress address;
  private final Div body = new Div();
  private final Paged<UsageGroup> pages;
  private transient UsageTotals totals = UsageTotals.NONE;
  private transient Map<String, Map<String, NanoUsd>> tiers = new HashMap<>();

  SpendTable(UsageQueries usage, Actor actor, SpendAddress address) {
    this.usage = usage;
    this.actor = actor;
    this.address = address;
    pages = new Paged<>(PAGE, this::page, this::show);
    add(body, pages);
  }

  /** Reads the page that is shown, the first one at first. */
  void reload() {
    pages.reload();
  }

  private Page<UsageGroup> page(PageRequest request) {
    UsageReport report =
        usage.report(actor, UsageQuery.of(address.period(), address.by()), request);
    totals = report.totals();
    tiers = split();
    return report.page();
  }

  /**
   * What each row spent on each tier; the dearest pairs, which is all of them on all but very wide
   * splits.
   */
  private Map<String, Map<String, NanoUsd>> split() {
    Map<String, Map<String, NanoUsd>> found = new HashMap<>();
    if (address.by() != UsageDimension.TIER) {
      UsageQuery both = UsageQuery.of(address.period(), address.by(), UsageDimension.TIER);
      for (UsageGroup group :
          usage.report(actor, both, PageRequest.first(PageRequest.MAX)).page().items()) {
        found
            .computeIfAbsent(key(group), row -> new HashMap<>())
            .put(value(group, UsageDimension.TIER).id().orElse(""), group.totals().cost());
      }
    }
    return found;
  }

  private void show(List<UsageGroup> rows) {
    body.removeAll();
    if (rows.isEmpty()) {
      body.add(
          Notice.empty(
              "No calls in this month",
              "Spend appears here within seconds of the first call with a key. Create one under Keys."));
      return;
    }
    DataTable<UsageGroup> table =
        new DataTable<UsageGroup>("Spend by " + address.by().code())
            .words(SpendAddress.title(address.by()), this::name)
            .parts(address.by() == UsageDimension.TIER ? "" : "Split by tier", this::bar)
            .figures("Calls", row -> Formats.count(row.totals().requests()))
            .figures(
                "Tokens in / out",
                row ->
                    Formats.tokens(row.totals().promptTokens())
                        + " / "
                        + Formats.tokens(row.totals().completionTokens()))
            .figures("Spent, $", row -> Formats.amount(row.totals().cost()))
            .figures("Share", row -> share(row.totals().cost()))
            .figures("$ per 1,000 calls", row -> perThousand(row.totals()));
    table.show(rows);
    table.sum(
        List.of(
            "Total",
            "",
            Formats.count(totals.requests()),
            Formats.tokens(totals.promptTokens())
                + " / "
                + Formats.tokens(totals.completionTokens()),
            Formats.amount(totals.cost()),
            totals.cost().value() == 0 ? Formats.UNKNOWN : "100%",
            perThousand(totals)));
    body.add(table);
  }

  private Component bar(UsageGroup row) {
    Div bar = new Div();
    bar.addClassName("split");
    bar.getElement().setAttribute("aria-hidden", "true");
    Map<String, NanoUsd> parts =
        address.by() == UsageDimension.TIER
            ? Map.of(key(row), row.totals().cost())
            : tiers.getOrDefault(key(row), Map.of());
    parts.entrySet().stream()
        .filter(part -> part.getValue().value() > 0)
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            part -> {
              Span piece = new Span();
              piece.addClassName("t-" + part.getKey());
              piece
                  .getStyle()
                  .set("flex", Long.toString(Math.max(1, part.getValue().value() / 1_000)));
              bar.add(piece);
            });
    return bar;
  }

  private String share(NanoUsd cost) {
    return totals.cost().value() == 0
        ? Formats.UNKNOWN
        : Formats.share((double) cost.value() / totals.cost().value());
  }

  private static String perThousand(UsageTotals of) {
    return of.requests() == 0
        ? Formats.UNKNOWN
        : Formats.amount(
            new NanoUsd(Math.round((double) of.cost().value() / of.requests() * 1_000)));
  }

  private String name(UsageGroup row) {
    String shown = value(row, address.by()).show();
    return shown.equals(Formats.UNKNOWN) ? "not said" : shown;
  }

  private String key(UsageGroup row) {
    return value(row, address.by()).id().orElse("");
  }

  private static UsageGroup.Value value(UsageGroup row, UsageDimension dimension) {
    UsageGroup.Value value = row.group().get(dimension);
    if (value == null) {
      throw new IllegalStateException("the report lacks " + dimension.code());
    }
    return value;
  }
}
