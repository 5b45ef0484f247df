package io.marketplace.ui.administration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.PoolStatus;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which pools serve, what do they charge, and are they up? */
@Route(value = "pools", layout = PortalLayout.class)
@OpenTo(Role.PLATFORM_ADMIN)
public final class PoolsPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 25;

  private final transient Reader reader;
  private final transient PoolDoor door;
  private final PageHead head = new PageHead("Pools");
  private final Div rows = new Div();
  private final Paged<Pool> pages;

  /** Takes what is read of pools and done to them. */
  @Inject
  public PoolsPage(Readers readers, PoolDoor door, LiveUpdates live) {
    this.reader = readers.current();
    this.door = door;
    pages = new Paged<>(PAGE, page -> door.pools(reader.actor(), page), this::show);
    Button register = new Button("Register pool", event -> register());
    register.addThemeName("primary");
    head.actions(register);
    add(head, new LedgerSection("Pools").aside("$ per 1M tokens, in / out").with(rows, pages));
    live.follow(this, pages::reload, Topic.ROUTING, Topic.POOLS);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    pages.first();
  }

  private void show(List<Pool> pools) {
    Map<PoolId, PoolStatus> statuses =
        door.statuses(reader.actor(), PageRequest.first(PageRequest.MAX)).items().stream()
            .collect(Collectors.toMap(PoolStatus::id, Function.identity()));
    head.answer(answer(statuses));
    rows.removeAll();
    if (pools.isEmpty()) {
      rows.add(
          Notice.empty(
              "No pool yet",
              "A pool is a set of endpoints of one provider that serve the same models. Register the provider first, then its pool.",
              new Anchor("providers", "See the providers")));
      return;
    }
    DataTable<Pool> table =
        new DataTable<Pool>("Pools: provider, models, price, state")
            .parts("Pool", pool -> new Anchor("pools/" + pool.id(), pool.name()))
            .words("Provider", pool -> pool.providerName() + ", " + pool.jurisdiction())
            .words("Region", pool -> pool.region().orElse(Formats.UNKNOWN))
            .words("Models", PoolsPage::models)
            .words("Price", PoolsPage::price)
            .parts("State", pool -> state(statuses, pool))
            .figures("Uptime", pool -> uptime(statuses, pool));
    table.show(pools);
    rows.add(table);
  }

  private static AnswerLine answer(Map<PoolId, PoolStatus> statuses) {
    long down = statuses.values().stream().filter(one -> !one.up().orElse(true)).count();
    long up = statuses.values().stream().filter(one -> one.up().orElse(false)).count();
    AnswerLine line =
        new AnswerLine()
            .figure(Formats.count(up) + " of " + Formats.counted(statuses.size(), "pool", "pools"));
    line.say(up == 1 ? " answers now." : " answer now.");
    return down == 0 ? line : line.say(" ").figure(Formats.count(down)).say(" do not.");
  }

  private static String models(Pool pool) {
    String first = pool.models().isEmpty() ? Formats.NONE : pool.models().getFirst().name();
    return pool.models().size() < 2
        ? first
        : first + " and " + (pool.models().size() - 1) + " more";
  }

  private static String price(Pool pool) {
    return pool.models().stream()
        .flatMap(model -> model.price().stream())
        .findFirst()
        .map(PoolWords::price)
        .orElse(Formats.UNKNOWN);
  }

  private static State state(Map<PoolId, PoolStatus> statuses, Pool pool) {
    return Optional.ofNullable(statuses.get(pool.id()))
        .map(PoolWords::state)
        .orElseGet(() -> State.nothing("Not probed"));
  }

  private static String uptime(Map<PoolId, PoolStatus> statuses, Pool pool) {
    return Optional.ofNullable(statuses.get(pool.id()))
        .flatMap(PoolStatus::uptime)
        .map(PoolWords::uptime)
        .orElse(Formats.UNKNOWN);
  }

  private void register() {
    FieldErrors errors = new FieldErrors();
    PoolFields fields = new PoolFields(door.providers(reader.actor()), errors);
    ModelFields model = new ModelFields(errors);
    new FormDialog(
            "Register a pool",
            "Gateways begin to probe it within a second. Calls go to it once a route names it.",
            errors)
        .with(fields, model)
        .open(
            "Register pool",
            false,
            () -> {
              Pool pool = door.register(reader.actor(), fields.value(List.of(model.value())));
              Outcome.done("Pool registered");
              UI.getCurrent().navigate("pools/" + pool.id());
            });
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Pools");
  }
}
