package io.marketplace.ui.budgets;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.quota.BudgetState;
import io.marketplace.model.quota.BudgetView;
import io.marketplace.model.tenant.TenantQueries;
import io.marketplace.ui.component.AnswerLine;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who may spend how much, and when is it used up? */
@OpenTo({Role.DEVELOPER, Role.TENANT_APPROVER, Role.FINOPS, Role.AUDITOR, Role.PLATFORM_ADMIN})
@Route(value = "budgets", layout = PortalLayout.class)
public final class BudgetsPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 50;

  private final transient Reader reader;
  private final transient TenantQueries tenants;
  private final transient KeyQueries keys;
  private final transient BudgetTable table;
  private final PageHead head = new PageHead("Budgets");
  private final Div raises = new Div();
  private final Div rows = new Div();
  private final BudgetSignals signals;
  private final transient BudgetDoor door;
  private final Paged<BudgetView> pages;

  /** Takes what is read of budgets and done to them, and what names their things. */
  @Inject
  public BudgetsPage(
      Readers readers,
      BudgetDoor door,
      TenantQueries tenants,
      KeyQueries keys,
      TenantChoice choice,
      LiveUpdates live) {
    this.reader = readers.current();
    this.door = door;
    this.tenants = tenants;
    this.keys = keys;
    boolean sets = decides();
    BudgetDialogs dialogs =
        new BudgetDialogs(
            reader, door, new BudgetTargets(reader.actor(), tenants, keys), this::refresh);
    table = new BudgetTable(reader, dialogs, sets, sets || reader.actor().is(Role.DEVELOPER));
    pages = new Paged<>(PAGE, page -> door.budgets(reader.viewer(), page), this::show);
    signals = new BudgetSignals(door, reader, this::places);
    choice.offer(head);
    if (sets) {
      Button set = new Button("Set a budget", event -> dialogs.set());
      set.addThemeName("primary");
      head.actions(set);
    }
    raises.addClassName("stack");
    Div page =
        new Div(
            raises,
            new LedgerSection("Budgets")
                .aside("the bar ends at the cap; hatched is the forecast, dashed the soft mark")
                .with(rows, pages),
            signals);
    page.addClassName("stack");
    add(head, page);
    live.follow(this, this::refresh, Topic.BUDGETS, Topic.USAGE);
  }

  private BudgetPlaces places() {
    return new BudgetPlaces(reader.viewer(), tenants, keys);
  }

  private boolean decides() {
    return reader.actor().is(Role.TENANT_APPROVER) || reader.actor().is(Role.PLATFORM_ADMIN);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    pages.first();
    signals.first();
  }

  private void refresh() {
    pages.reload();
    signals.reload();
  }

  private void show(List<BudgetView> found) {
    head.answer(answer(found));
    raises.removeAll();
    BudgetRaises.of(found, reader, decides(), door, this::refresh).ifPresent(raises::add);
    raises.setVisible(raises.getComponentCount() > 0);
    rows.removeAll();
    if (found.isEmpty()) {
      rows.add(
          Notice.empty(
              "No budget is set",
              "Each grant brings a monthly cap of its own. A budget here caps a tenant, team, application, key, person or a label of calls besides.",
              new Anchor("spend", "See what is spent")));
      return;
    }
    rows.add(table.of(BudgetTree.of(found, places()::of)));
  }

  private AnswerLine answer(List<BudgetView> found) {
    long used = count(found, BudgetState.EXHAUSTED);
    long soft = count(found, BudgetState.SOFT);
    AnswerLine line = new AnswerLine();
    if (found.isEmpty()) {
      return line.figure("No budget").say(" is set beyond those of the grants.");
    }
    if (used + soft == 0) {
      line.figure(Formats.counted(found.size(), "budget", "budgets"))
          .say(found.size() == 1 ? " is" : " are")
          .say(" below the soft mark.");
    } else {
      line.figure(used == 0 ? Formats.NONE : Formats.count(used))
          .say(" of " + Formats.counted(found.size(), "budget", "budgets") + " used up, ")
          .figure(soft == 0 ? Formats.NONE : Formats.count(soft))
          .say(" above the soft mark.");
    }
    next(found)
        .ifPresent(
            view ->
                line.say(" At this pace ")
                    .figure(BudgetWords.name(view))
                    .say(" is used up on " + BudgetWords.hit(view, reader.zone()) + "."));
    return line;
  }

  private static Optional<BudgetView> next(List<BudgetView> found) {
    return found.stream()
        .filter(view -> view.state() != BudgetState.EXHAUSTED && view.exhaustedAt().isPresent())
        .min(Comparator.comparing(view -> view.exhaustedAt().orElseThrow()));
  }

  private static long count(List<BudgetView> found, BudgetState state) {
    return found.stream().filter(view -> view.state() == state).count();
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Budgets");
  }
}
