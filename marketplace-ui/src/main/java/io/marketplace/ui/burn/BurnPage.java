package io.marketplace.ui.burn;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.metering.Burn;
import io.marketplace.model.metering.BurnNow;
import io.marketplace.model.metering.BurnRate;
import io.marketplace.model.metering.Burner;
import io.marketplace.model.metering.UsageGroup;
import io.marketplace.model.metering.UsageTotals;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Figures;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.TenantChoice;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who burns money now? */
@OpenTo({Role.DEVELOPER, Role.TENANT_APPROVER, Role.FINOPS, Role.PLATFORM_ADMIN})
@Route(value = "burn", layout = PortalLayout.class)
public final class BurnPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 15;
  // "now" moves on also when nobody calls
  private static final Duration TICK = Duration.ofSeconds(10);

  private final transient Reader reader;
  private final transient BurnNow burning;
  private final PageHead head = new PageHead("Live burn");
  private final Div figures = new Div();
  private final Div rows = new Div();
  private final Tabs splits = new Tabs();
  private final Select<Integer> span = new Select<>();
  private final Button pause = new Button("Pause updates");
  private final Paged<Burner> pages = new Paged<>(PAGE, this::read, this::show);
  private transient BurnAddress address = BurnAddress.of(QueryParameters.empty());
  private transient Optional<Burn> reading = Optional.empty();
  private boolean paused;

  /** Takes the use case, whose calls are looked at, and what tells of new ones. */
  @Inject
  public BurnPage(Readers readers, BurnNow burning, TenantChoice tenants, LiveUpdates live) {
    this.reader = readers.current();
    this.burning = burning;
    tenants.offer(head);
    controls();
    figures.addClassName("spaced");
    add(
        head,
        figures,
        new LedgerSection("Who spends it")
            .aside("dearest first; usual is the mean of the 24 hours before")
            .with(splits, rows, pages));
    live.follow(this, this::refresh, Topic.USAGE);
    live.tick(this, this::refresh, TICK);
  }

  private void controls() {
    BurnAddress.SPLITS.forEach(split -> splits.add(new Tab(BurnAddress.title(split))));
    splits.addSelectedChangeListener(
        event -> {
          if (event.isFromClient()) {
            go(address.by(BurnAddress.SPLITS.get(splits.getSelectedIndex())));
          }
        });
    span.setItems(BurnAddress.MINUTES);
    span.setItemLabelGenerator(minutes -> "Last " + minutes + " minutes");
    span.setAriaLabel("What now means");
    span.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null) {
            go(address.within(event.getValue()));
          }
        });
    pause.getElement().setAttribute("aria-pressed", "false");
    pause.addClickListener(
        event -> {
          paused = !paused;
          pause.getElement().setAttribute("aria-pressed", Boolean.toString(paused));
          pause.setText(paused ? "Go on" : "Pause updates");
          refresh();
        });
    head.actions(span, pause);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    address = BurnAddress.of(event.getLocation().getQueryParameters());
    splits.setSelectedIndex(BurnAddress.SPLITS.indexOf(address.by()));
    span.setValue(address.minutes());
    pages.first();
  }

  private void refresh() {
    if (!paused) {
      pages.reload();
    }
  }

  private Page<Burner> read(PageRequest request) {
    Burn burn = burning.read(reader.viewer(), address.minutes(), List.of(address.by()), request);
    reading = Optional.of(burn);
    return burn.page();
  }

  private void show(List<Burner> found) {
    Burn burn = reading.orElseThrow();
    head.answer(answer(burn, found));
    figures.removeAll();
    figures.add(totals(burn));
    rows.removeAll();
    if (found.isEmpty()) {
      rows.add(
          Notice.empty(
              "No call in the last " + address.minutes() + " minutes",
              "As soon as a key calls, who spends stands here within seconds. Look further back in Spend.",
              new Anchor("spend", "Open spend")));
    } else {
      rows.add(BurnTable.of(burn, address));
    }
  }

  private AnswerLine answer(Burn burn, List<Burner> found) {
    AnswerLine line = new AnswerLine();
    if (found.isEmpty()) {
      return line.figure("Nothing").say(" burns money now.");
    }
    Burner first = found.getFirst();
    UsageGroup.Value who = first.usage().value(address.by());
    if (who.id().isEmpty()) {
      line.say("Calls without " + address.by().code().replace('-', ' ') + " burn ");
    } else {
      line.say(BurnAddress.title(address.by()) + " ").figure(who.show()).say(" burns ");
    }
    BurnRate rate = burn.rate(first);
    line.figure(Formats.money(rate.perHour()) + " an hour");
    rate.ratio().ifPresent(ratio -> line.say(", " + BurnTable.times(ratio) + " its usual pace"));
    return line.say(".");
  }

  private Figures totals(Burn burn) {
    UsageTotals all = burn.totals();
    return new Figures()
        .figure(
            reader.looksAt().isPresent() ? reader.sight() + ", now" : "All you see, now",
            Formats.money(burn.rate().perHour()),
            "an hour",
            Formats.money(all.cost()) + " in " + address.minutes() + " minutes")
        .figure(
            "Calls",
            BurnTable.perMinute(all.requests(), address.minutes()),
            "a minute",
            Formats.count(all.requests()) + " in all")
        .figure(
            "Tokens",
            Formats.tokens(all.promptTokens() + all.completionTokens()),
            "",
            Formats.tokens(all.cachedTokens()) + " of them cached")
        .figure(
            "Read at",
            Formats.time(burn.window().to(), reader.zone()),
            "",
            paused ? "updates are paused" : "updates by itself");
  }

  private void go(BurnAddress to) {
    UI.getCurrent().navigate("burn", to.query());
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Live burn");
  }
}
