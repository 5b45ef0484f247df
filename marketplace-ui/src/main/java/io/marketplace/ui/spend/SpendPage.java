package io.marketplace.ui.spend;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsageQueries;
import io.marketplace.model.metering.UsageQuery;
import io.marketplace.model.metering.UsageReport;
import io.marketplace.ui.component.Chart;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.TenantChoice;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.IntStream;

/** Will we stay in budget, and who drives it? */
@OpenTo({Role.DEVELOPER, Role.TENANT_APPROVER, Role.FINOPS, Role.AUDITOR, Role.PLATFORM_ADMIN})
@Route(value = "spend", layout = PortalLayout.class)
public final class SpendPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int MONTHS_BACK = 12;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private final transient Reader reader;
  private final transient UsageQueries usage;
  private final transient TenantChoice tenants;
  private final transient Clock clock = Clock.systemUTC();
  private transient SpendAddress address;
  private PageHead head = new PageHead("");
  private Chart drawn = new Chart("", "$");
  private DataTable<SpendChart.Day> days = new DataTable<>("");
  private final Div budgets = new Div();
  private SpendTable table;

  /** Takes the ledger's queries, and what tells of new calls. */
  @Inject
  public SpendPage(Readers readers, UsageQueries usage, TenantChoice tenants, LiveUpdates live) {
    this.reader = readers.current();
    this.usage = usage;
    this.tenants = tenants;
    this.address = new SpendAddress(YearMonth.now(clock), UsageDimension.APPLICATION);
    this.table = new SpendTable(usage, reader.viewer(), address);
    budgets.addClassName("c4");
    live.follow(this, this::refresh, Topic.USAGE);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    address = SpendAddress.of(event.getLocation().getQueryParameters(), YearMonth.now(clock));
    show();
  }

  private void show() {
    removeAll();
    head =
        new PageHead("Spend, " + reader.sight() + ", " + MONTH.format(address.month()) + " (UTC)");
    tenants.offer(head);
    head.actions(months(), export());
    drawn = new Chart("", "$");
    drawn.setHeight("340px");
    days =
        new DataTable<SpendChart.Day>("Spend by day")
            .words("Day", day -> Formats.date(day.day()))
            .figures("Spent, $", day -> Formats.amount(day.cost()));
    budgets.removeAll();
    table = new SpendTable(usage, reader.viewer(), address);
    Div page = new Div(chart());
    page.addClassName("g");
    if (current()) {
      page.add(budgets);
    }
    page.add(who());
    add(head, page);
    refresh();
  }

  private boolean current() {
    return address.month().equals(YearMonth.now(clock));
  }

  /** Reads the figures anew and leaves what the reader has chosen or opened as it is. */
  private void refresh() {
    Actor actor = reader.viewer();
    UsageReport dearest =
        usage.report(actor, UsageQuery.of(address.period(), address.by()), PageRequest.first(1));
    MonthBudget budget = current() ? MonthBudget.of(usage, actor) : MonthBudget.NONE;
    SpendChart chart =
        new SpendChart(
            usage.series(actor, address.period(), UsageDimension.TIER),
            address.month().atDay(1),
            address.lastDay(LocalDate.now(clock)));
    head.answer(SpendAnswer.of(dearest, budget, address));
    drawn.setFinding(chart.finding());
    drawn.draw(chart.options(budget.budget()));
    days.show(chart.table());
    budgets.removeAll();
    budgets.add(budget.section());
    table.reload();
  }

  private LedgerSection chart() {
    LedgerSection section =
        new LedgerSection("Month so far").aside("in $: the sum above, each day below").columns(8);
    UnorderedList legend = new UnorderedList();
    legend.addClassName("lg");
    for (Tier tier : Tier.values()) {
      legend.add(new ListItem(TierMark.beside(tier.code(), tierName(tier))));
    }
    Checkbox patterns = new Checkbox("Patterns");
    patterns.addValueChangeListener(event -> drawn.setPatterns(event.getValue()));
    Checkbox tabular = new Checkbox("Show as table");
    days.setVisible(false);
    tabular.addValueChangeListener(
        event -> {
          drawn.setVisible(!event.getValue());
          days.setVisible(event.getValue());
        });
    legend.add(new ListItem(patterns), new ListItem(tabular));
    Paragraph basis =
        new Paragraph("Charged at the price in force at each call. Days are UTC days.");
    basis.addClassName("note");
    return section.with(legend, drawn, days, basis);
  }

  private LedgerSection who() {
    Tabs tabs = new Tabs();
    for (UsageDimension split : SpendAddress.SPLITS) {
      Tab tab = new Tab(SpendAddress.title(split));
      tabs.add(tab);
      if (split == address.by()) {
        tabs.setSelectedTab(tab);
      }
    }
    tabs.addSelectedChangeListener(
        event -> {
          if (event.isFromClient()) {
            go(address.by(SpendAddress.SPLITS.get(tabs.getSelectedIndex())));
          }
        });
    return new LedgerSection("Who spends it").aside("dearest first").with(tabs, table);
  }

  private Select<YearMonth> months() {
    Select<YearMonth> months = new Select<>();
    YearMonth now = YearMonth.now(clock);
    months.setItems(IntStream.range(0, MONTHS_BACK).mapToObj(now::minusMonths).toList());
    months.setItemLabelGenerator(MONTH::format);
    months.setValue(address.month());
    months.setAriaLabel("Month");
    months.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null) {
            go(address.in(event.getValue()));
          }
        });
    return months;
  }

  private Anchor export() {
    Actor actor = reader.viewer();
    SpendAddress wanted = address;
    DownloadHandler handler =
        event -> {
          event.setFileName("usage-" + wanted.month() + ".csv");
          event.setContentType("text/csv;charset=UTF-8");
          try (Writer out =
              new BufferedWriter(
                  new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
            out.write(UsageCsv.head());
            usage.export(
                actor, UsageQuery.of(wanted.period()), row -> write(out, UsageCsv.line(row)));
          }
        };
    Anchor link = new Anchor(handler, "Export CSV");
    link.addClassName("b");
    return link;
  }

  private static void write(Writer out, String line) {
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException("the reader went away", e);
    }
  }

  private void go(SpendAddress to) {
    UI.getCurrent().navigate("spend", to.query());
  }

  static String tierName(Tier tier) {
    return tier.code().substring(0, 1).toUpperCase(Locale.ROOT) + tier.code().substring(1);
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Spend");
  }
}
