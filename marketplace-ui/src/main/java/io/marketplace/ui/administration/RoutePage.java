package io.marketplace.ui.administration;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.Alias;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;

/** One alias: where its calls go, how long they wait, and its earlier versions. */
@Route(value = "routes/:alias", layout = PortalLayout.class)
@OpenTo({Role.PLATFORM_ADMIN, Role.TENANT_APPROVER})
public final class RoutePage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 10;

  private final transient Reader reader;
  private final transient RouteDoor door;
  private final Div meanwhile = new Div();
  private final Div rows = new Div();
  private transient Optional<Shown> shown = Optional.empty();
  private String title = "Route";

  /** Takes what is read of routes and what writes them, and what tells of changes. */
  @Inject
  public RoutePage(Readers readers, RouteDoor door, LiveUpdates live) {
    this.reader = readers.current();
    this.door = door;
    live.follow(this, () -> shown.ifPresent(this::follow), Topic.ROUTING);
  }

  /** What the page shows, and the form that somebody may be at work on. */
  private record Shown(
      io.marketplace.model.routing.Route route,
      RouteEditor editor,
      Paged<io.marketplace.model.routing.Route> versions) {}

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(Alias.parse("alias", event.getRouteParameters().get("alias").orElse("")));
  }

  /** Somebody's work here is not taken away; putting it in force is refused then, and says why. */
  private void follow(Shown before) {
    Alias alias = before.route.alias();
    io.marketplace.model.routing.Route now;
    try {
      now = door.route(reader.actor(), alias);
    } catch (MarketplaceException refusal) {
      if (refusal.code() != ProblemCode.NOT_FOUND) {
        throw refusal;
      }
      meanwhile("Taken away", "Nobody's calls of " + alias.value() + " go anywhere any more.");
      return;
    }
    if (now.equals(before.route)) {
      return;
    }
    if (before.editor.busy()) {
      before.versions.reload();
      meanwhile(
          "Changed meanwhile",
          "Version "
              + now.version()
              + ", "
              + RoutesPage.owner(now)
              + ", is in force by now. Load the page again to go on from it.");
    } else {
      show(alias);
    }
  }

  private void meanwhile(String title, String words) {
    meanwhile.removeAll();
    meanwhile.add(Notice.warning(title, words));
  }

  private void show(Alias alias) {
    io.marketplace.model.routing.Route route = door.route(reader.actor(), alias);
    title = alias.value();
    removeAll();
    meanwhile.removeAll();
    boolean admin = reader.actor().is(Role.PLATFORM_ADMIN);
    boolean own = admin || route.tenant().isPresent();
    FieldErrors errors = new FieldErrors();
    RouteEditor editor = new RouteEditor(door.pools(reader.actor()), route.body(), errors);
    Button put = new Button(own ? "Put in force" : "Put in force for your tenant");
    put.addThemeName("primary");
    put.setDisableOnClick(true);
    put.addClickListener(
        event -> {
          // A tenant's first own version is made on none, though the platform's is shown.
          OptionalInt seen = OptionalInt.of(own ? route.version() : 0);
          boolean done =
              errors.run(
                  () ->
                      door.put(
                          reader.actor(), alias, Optional.of(route.tier()), editor.value(), seen));
          put.setEnabled(true);
          if (done) {
            Outcome.done("Route in force");
            show(alias);
          }
        });
    Paged<io.marketplace.model.routing.Route> versions = versions(alias);
    versions.first();
    shown = Optional.of(new Shown(route, editor, versions));
    Div page =
        new Div(
            new LedgerSection("Where its calls go")
                .columns(8)
                .aside("version " + route.version() + ", " + RoutesPage.owner(route))
                .with(editor, put),
            new LedgerSection("Versions").columns(4).with(rows, versions));
    page.addClassName("g");
    add(
        new PageHead("")
            .crumbs(new Anchor("routes", "Routes"), new Text(" / " + alias.value()))
            .answer(answer(route)),
        meanwhile,
        page);
  }

  private static AnswerLine answer(io.marketplace.model.routing.Route route) {
    int candidates = route.body().candidates().size();
    AnswerLine line =
        new AnswerLine().say("Calls of ").figure(route.alias().value()).say(" go to ");
    return candidates == 0
        ? line.figure("nothing").say(" yet.")
        : line.figure(Formats.counted(candidates, "candidate", "candidates"))
            .say(
                route.body().fallback().isEmpty()
                    ? ", without fallback."
                    : ", then to the fallback.");
  }

  private Paged<io.marketplace.model.routing.Route> versions(Alias alias) {
    RouteWords words = new RouteWords(door.pools(reader.actor()));
    return new Paged<>(
        PAGE,
        page -> door.versions(reader.actor(), alias, page),
        routes -> {
          DataTable<io.marketplace.model.routing.Route> table =
              new DataTable<io.marketplace.model.routing.Route>("Versions of the route")
                  .words("Version", route -> route.version() + ", " + RoutesPage.owner(route))
                  .parts(
                      "Candidates",
                      route -> RoutesPage.said(words.candidates(route.body().candidates())))
                  .words("By", io.marketplace.model.routing.Route::createdBy)
                  .words("On", route -> Formats.date(route.createdAt(), reader.zone()));
          table.show(routes);
          rows.removeAll();
          rows.add(table);
        });
  }

  @Override
  public String getPageTitle() {
    return Titles.of(title);
  }
}
