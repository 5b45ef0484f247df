package io.marketplace.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.routing.Alias;
import io.marketplace.model.routing.RouteBody;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where do the calls of each alias go? */
@Route(value = "routes", layout = PortalLayout.class)
@OpenTo({Role.PLATFORM_ADMIN, Role.TENANT_APPROVER})
public final class RoutesPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 25;

  private final transient Reader reader;
  private final transient RouteDoor door;
  private final PageHead head = new PageHead("Routes");
  private final Div rows = new Div();
  private final Paged<io.marketplace.model.routing.Route> pages;

  /** Takes what is read of routes and what writes them. */
  @Inject
  public RoutesPage(Readers readers, RouteDoor door, LiveUpdates live) {
    this.reader = readers.current();
    this.door = door;
    pages = new Paged<>(PAGE, page -> door.routes(reader.actor(), page), this::show);
    Button add = new Button("Add alias", event -> addAlias());
    add.addThemeName("primary");
    head.actions(add);
    String whose =
        reader.actor().is(Role.PLATFORM_ADMIN)
            ? "the platform's"
            : "your tenant's own before the platform's";
    add(head, new LedgerSection("Routes in force").aside(whose).with(rows, pages));
    live.follow(this, pages::reload, Topic.ROUTING);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    pages.first();
  }

  private void show(List<io.marketplace.model.routing.Route> routes) {
    long dead = routes.stream().filter(route -> route.body().candidates().isEmpty()).count();
    head.answer(
        new AnswerLine()
            .figure(Formats.counted(routes.size(), "alias", "aliases"))
            .say(routes.size() == 1 ? " is routed; " : " are routed; ")
            .say(
                dead == 0
                    ? "each has a candidate."
                    : dead + (dead == 1 ? " leads nowhere." : " lead nowhere.")));
    rows.removeAll();
    if (routes.isEmpty()) {
      rows.add(
          Notice.empty(
              "No route yet",
              "A route leads an alias, such as utility, to the models of pools. Without one its calls answer 404.",
              new Anchor("pools", "See the pools")));
      return;
    }
    RouteWords words = new RouteWords(door.pools(reader.actor()));
    DataTable<io.marketplace.model.routing.Route> table =
        new DataTable<io.marketplace.model.routing.Route>("Routes: alias, candidates, fallback")
            .parts("Alias", RoutesPage::alias)
            .words("Whose", RoutesPage::owner)
            .parts("Candidates", route -> said(words.candidates(route.body().candidates())))
            .parts("Then", route -> said(words.fallback(route.body())))
            .words("Cache", route -> RouteWords.cache(route.body().cache()))
            .figures("Version", route -> Integer.toString(route.version()));
    table.show(routes);
    rows.add(table);
  }

  static String owner(io.marketplace.model.routing.Route route) {
    return route.tenant().isPresent() ? "tenant" : "platform";
  }

  private static Component alias(io.marketplace.model.routing.Route route) {
    Anchor link =
        new Anchor(
            "routes/" + route.alias(),
            TierMark.beside(route.tier().code(), ""),
            new Code(route.alias().value()));
    link.addClassName("plain");
    return link;
  }

  static Paragraph said(String words) {
    Paragraph said = new Paragraph(words);
    said.addClassName("said");
    return said;
  }

  private void addAlias() {
    TextField alias = new TextField("Alias");
    alias.setMaxLength(64);
    alias.setHelperText("What applications write as model: small letters, digits, dots, hyphens.");
    Select<Tier> tier = new Select<>();
    tier.setLabel("Tier whose grant opens it");
    tier.setItems(Tier.values());
    tier.setItemLabelGenerator(Tier::code);
    tier.setValue(Tier.UTILITY);
    new FormDialog(
            "Add an alias",
            "It is known at once, and answers 503 no_healthy_route until you give it candidates on the next page.",
            new FieldErrors().map("alias", alias).map("tier", tier))
        .with(alias, tier)
        .open(
            "Add alias",
            false,
            () -> {
              Alias name = Alias.parse("alias", alias.getValue().strip());
              door.put(
                  reader.actor(),
                  name,
                  Optional.of(tier.getValue()),
                  RouteBody.of(List.of(), List.of()),
                  OptionalInt.of(0));
              UI.getCurrent().navigate("routes/" + name);
            });
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Routes");
  }
}
