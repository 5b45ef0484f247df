package io.marketplace.ui.administration;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.routing.PlatformKpis;
import io.marketplace.model.routing.PlatformKpis.TierLatency;
import io.marketplace.model.routing.PoolStatus;
import io.marketplace.model.routing.RoutingQueries;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.Figures;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
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
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** How does the platform do: cost per token, latency per tier, uptime, utilisation? */
@Route(value = "admin", layout = PortalLayout.class)
@OpenTo(Role.PLATFORM_ADMIN)
public final class OverviewPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 25;

  private final transient Reader reader;
  private final transient RoutingQueries routing;
  private final PageHead head = new PageHead("Overview, last 24 hours");
  private final Div figures = new Div();
  private final Div pools = new Div();
  private final Paged<PoolStatus> pages;

  /** Takes the queries of the platform. */
  @Inject
  public OverviewPage(Readers readers, RoutingQueries routing, LiveUpdates live) {
    this.reader = readers.current();
    this.routing = routing;
    pages = new Paged<>(PAGE, page -> routing.statuses(reader.actor(), page), this::show);
    figures.addClassName("stack");
    add(head);
    Div page = new Div(figures, new LedgerSection("Pools").aside(PoolWords.AGE).with(pools, pages));
    page.addClassName("stack");
    add(page);
    live.follow(this, this::load, Topic.POOLS, Topic.USAGE, Topic.ROUTING);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    load();
  }

  private void load() {
    PlatformKpis kpis = routing.kpis(reader.actor());
    head.answer(answer(kpis));
    figures.removeAll();
    String age = "last 24 hours, to " + Formats.time(Clock.systemUTC().instant(), reader.zone());
    figures.add(
        new LedgerSection("The four figures").aside(age).with(four(kpis)),
        new LedgerSection("Latency per tier").aside("answered calls, " + age).with(latency(kpis)));
    pages.reload();
  }

  private static AnswerLine answer(PlatformKpis kpis) {
    if (kpis.costPerMillion().isEmpty()) {
      return new AnswerLine()
          .figure("No token")
          .say(" was used in the last 24 hours. ")
          .say(up(kpis));
    }
    return new AnswerLine()
        .say("A million tokens cost ")
        .figure(Formats.money(kpis.costPerMillion().get()))
        .say(" over the last 24 hours. ")
        .say(up(kpis));
  }

  private static String up(PlatformKpis kpis) {
    return kpis.uptime()
        .map(share -> "Pools answered " + PoolWords.uptime(share) + " of their probes.")
        .orElse("No gateway has probed a pool yet.");
  }

  private static Figures four(PlatformKpis kpis) {
    Optional<TierLatency> slowest =
        kpis.latencies().stream().max((one, other) -> Double.compare(one.p95Ms(), other.p95Ms()));
    return new Figures()
        .figure(
            "Cost per token",
            kpis.costPerMillion().map(Formats::money).orElse(Formats.UNKNOWN),
            "per 1M",
            Formats.money(kpis.cost()) + " for " + Formats.tokens(kpis.tokens()) + " tokens")
        .figure(
            "Latency p95, slowest tier",
            slowest.map(tier -> Formats.duration(tier.p95Ms())).orElse(Formats.UNKNOWN),
            "",
            slowest
                .map(
                    tier ->
                        tier.tier().code() + ", " + Formats.counted(tier.calls(), "call", "calls"))
                .orElse("no call was answered"))
        .figure(
            "Uptime",
            kpis.uptime().map(PoolWords::uptime).orElse(Formats.UNKNOWN),
            "",
            "probes that reached their pool, all pools")
        .figure(
            "Utilisation now",
            kpis.utilisation().map(Formats::share).orElse(Formats.UNKNOWN),
            "",
            "requests under way over capacity, where it is known");
  }

  private static Div latency(PlatformKpis kpis) {
    if (kpis.latencies().isEmpty()) {
      return Notice.empty(
          "No call was answered in the last 24 hours",
          "As soon as a tier answers, its latency stands here.",
          new Anchor("routes", "See the routes"));
    }
    DataTable<TierLatency> table =
        new DataTable<TierLatency>("Latency of each tier in milliseconds")
            .parts("Tier", row -> TierMark.beside(row.tier().code(), row.tier().code()))
            .figures("Calls", row -> Formats.count(row.calls()))
            .figures("Latency p50, ms", row -> millis(row.p50Ms()))
            .figures("Latency p95, ms", row -> millis(row.p95Ms()))
            .figures("TTFT p50, ms", row -> row.p50TtftMs().map(OverviewPage::millis).orElse("n/a"))
            .figures(
                "TTFT p95, ms", row -> row.p95TtftMs().map(OverviewPage::millis).orElse("n/a"));
    table.show(kpis.latencies());
    return table;
  }

  private static String millis(double value) {
    return Formats.count(Math.round(value));
  }

  private void show(List<PoolStatus> statuses) {
    pools.removeAll();
    if (statuses.isEmpty()) {
      pools.add(
          Notice.empty(
              "No pool yet",
              "A pool is a set of endpoints that serve the same models. Routes lead aliases to pools.",
              new Anchor("pools", "Register a pool")));
      return;
    }
    pools.add(PoolWords.table(statuses, reader.zone()));
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Overview");
  }
}
