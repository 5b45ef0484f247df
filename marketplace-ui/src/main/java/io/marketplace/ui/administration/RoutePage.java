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
import io.marketplace.model.routing.Alias;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.format.Formats;
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
  private String title = "Route";

  /** Takes what is read of routes and what writes them. */
  @Inject
  public RoutePage(Readers readers, RouteDoor door) {
    this.reader = readers.current();
    this.door = door;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(Alias.parse("alias", event.getRouteParameters().get("alias").orElse("")));
  }

  private void show(Alias alias) {
    io.marketplace.model.routing.Route route = door.route(reader.actor(), alias);
    title = alias.value();
    removeAll();
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
    Div page =
        new Div(
            new LedgerSection("Where its calls go")
                .columns(8)
                .aside("version " + route.version() + ", " + RoutesPage.owner(route))
                .with(editor, put),
            new LedgerSection("Versions").columns(4).with(versions(alias)));
    page.addClassName("g");
    add(
        new PageHead("")
            .crumbs(new Anchor("routes", "Routes"), new Text(" / " + alias.value()))
            .answer(answer(route)),
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

  private Div versions(Alias alias) {
    RouteWords words = new RouteWords(door.pools(reader.actor()));
    Div rows = new Div();
    Paged<io.marketplace.model.routing.Route> pages =
        new Paged<>(
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
    pages.first();
    return new Div(rows, pages);
  }

  @Override
  public String getPageTitle() {
    return Titles.of(title);
  }
}
