package io.marketplace.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
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
import io.marketplace.model.routing.PoolModel;
import io.marketplace.model.routing.PoolStatus;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.Confirm;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** One pool: where it runs, what it serves and charges, how it does. */
@Route(value = "pools/:id", layout = PortalLayout.class)
@OpenTo(Role.PLATFORM_ADMIN)
public final class PoolPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient Reader reader;
  private final transient PoolDoor door;
  private final transient GpuDoor gpus;
  private final transient PoolDialogs dialogs;
  private final Div status = new Div();
  private transient Optional<PoolId> shown = Optional.empty();
  private String title = "Pool";

  /** Takes what is read of pools and done to them, and what tells of changes. */
  @Inject
  public PoolPage(Readers readers, PoolDoor door, GpuDoor gpus, LiveUpdates live) {
    this.gpus = gpus;
    this.reader = readers.current();
    this.door = door;
    this.dialogs = new PoolDialogs(reader, door, this::show);
    live.follow(this, () -> shown.ifPresent(this::show), Topic.ROUTING);
    // every few seconds: what stands still keeps the keyboard's focus
    live.follow(this, () -> shown.ifPresent(this::restate), Topic.POOLS);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(PoolId.parse(event.getRouteParameters().get("id").orElse("")));
  }

  private void show(PoolId id) {
    Pool pool = door.pool(reader.actor(), id);
    title = pool.name();
    shown = Optional.of(id);
    removeAll();
    PageHead head =
        new PageHead("")
            .crumbs(new Anchor("pools", "Pools"), new Text(" / " + pool.name()))
            .answer(answer(pool));
    if (pool.archivedAt().isEmpty()) {
      head.actions(
          danger("Archive", () -> archive(pool)),
          new Button("Add model", event -> dialogs.addModel(pool)),
          new Button("Edit", event -> dialogs.edit(pool)));
    } else {
      head.actions(new Button("Edit, and serve again", event -> dialogs.edit(pool)));
    }
    Div page =
        new Div(
            new LedgerSection("Models").columns(8).aside("$ per 1M tokens").with(models(pool)),
            new LedgerSection("Where it runs").columns(4).with(place(pool)),
            status);
    page.addClassName("g");
    restate(id);
    page.add(
        new LedgerSection("What its hours cost")
            .aside("own pools only; the last 24 hours")
            .with(new GpuHours(reader, gpus, pool)));
    add(head, page);
  }

  private void restate(PoolId id) {
    status.removeAll();
    status(id)
        .ifPresent(
            seen ->
                status.add(
                    new LedgerSection("How it does")
                        .aside(PoolWords.AGE)
                        .with(PoolWords.table(List.of(seen), reader.zone()))));
    status.setVisible(status.getComponentCount() > 0);
  }

  private Optional<PoolStatus> status(PoolId id) {
    return door.statuses(reader.actor(), PageRequest.first(PageRequest.MAX)).items().stream()
        .filter(one -> one.id().equals(id))
        .findFirst();
  }

  private static AnswerLine answer(Pool pool) {
    AnswerLine line =
        new AnswerLine()
            .say(pool.name() + " serves ")
            .figure(Formats.counted(pool.models().size(), "model", "models"))
            .say(" of ")
            .figure(pool.providerName())
            .say(", under the law of " + pool.jurisdiction() + ".");
    return pool.archivedAt().isEmpty() ? line : line.say(" It is archived.");
  }

  private Component models(Pool pool) {
    DataTable<PoolModel> table =
        new DataTable<PoolModel>("Models of the pool with their prices")
            .parts("Model", model -> new Code(model.name()))
            .figures(
                "Context",
                model -> model.contextTokens().map(size -> Formats.context(size)).orElse("–"))
            .parts("Card", PoolPage::card)
            .figures("In / out", model -> model.price().map(PoolWords::price).orElse("–"))
            .figures("Version", model -> model.price().map(p -> "" + p.version()).orElse("–"))
            .parts("", model -> actions(pool, model));
    table.show(pool.models());
    return table;
  }

  private static Component card(PoolModel model) {
    return model
        .card()
        .<Component>map(slug -> new Anchor("models/" + slug.value(), slug.value()))
        .orElseGet(() -> new Text(Formats.NONE));
  }

  private Component actions(Pool pool, PoolModel model) {
    Button set = new Button("Set price", event -> dialogs.price(pool, model));
    Button history = new Button("Versions", event -> dialogs.versions(pool, model));
    set.addThemeName("small");
    set.setAriaLabel("Set the price of " + model.name());
    history.addThemeName("small");
    history.setAriaLabel("Price versions of " + model.name());
    Div actions = new Div(history, set);
    actions.addClassName("acts");
    return actions;
  }

  private KeyValues place(Pool pool) {
    KeyValues values =
        new KeyValues()
            .row("Provider", pool.providerName())
            .row("Jurisdiction", pool.jurisdiction())
            .row("Region", pool.region().orElse(Formats.UNKNOWN))
            .row("Engine", pool.engine())
            .row("Dialect", pool.dialect().code())
            .row(
                "Capacity",
                pool.capacity().map(size -> Formats.count(size)).orElse(Formats.UNKNOWN));
    pool.endpoints().forEach(address -> values.row("Endpoint", new Code(address)));
    return values.row("Since", Formats.date(pool.createdAt(), reader.zone()));
  }

  private static Button danger(String verb, Runnable action) {
    Button button = new Button(verb, event -> action.run());
    button.addThemeName("error");
    return button;
  }

  private void archive(Pool pool) {
    Confirm.ask(
        "Archive " + pool.name() + "?",
        "No route may name it; its calls stay explainable. Edit it to serve again.",
        "Archive pool",
        () -> {
          door.archive(reader.actor(), pool);
          Outcome.done("Pool archived");
          UI.getCurrent().navigate("pools");
        });
  }

  @Override
  public String getPageTitle() {
    return Titles.of(title);
  }
}
