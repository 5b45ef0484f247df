package io.marketplace.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.metering.RetentionRun;
import io.marketplace.model.metering.RetentionView;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.LedgerSection;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** How long do single calls stay in the ledger, and what was removed last? */
@Route(value = "retention", layout = PortalLayout.class)
@OpenTo({Role.PLATFORM_ADMIN, Role.TENANT_APPROVER, Role.AUDITOR})
public final class RetentionPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 25;

  private final transient Reader reader;
  private final transient RetentionDoor door;
  private final PageHead head = new PageHead("Retention");
  private final Div rows = new Div();
  private final Paged<RetentionView> pages;

  /** Takes what is read of retention and done to it. */
  @Inject
  public RetentionPage(Readers readers, RetentionDoor door, LiveUpdates live) {
    this.reader = readers.current();
    this.door = door;
    pages = new Paged<>(PAGE, page -> door.retentions(reader.actor(), page), this::show);
    add(
        head,
        new LedgerSection("How long calls stay")
            .aside("single calls and their traces; sums, budgets and invoices stay for ever")
            .with(rows, pages));
    live.follow(this, pages::reload, Topic.RETENTION);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    pages.first();
  }

  private void show(List<RetentionView> views) {
    head.answer(answer(views));
    DataTable<RetentionView> table =
        new DataTable<RetentionView>("Tenants: how long calls stay, and the last removal")
            .words("Tenant", RetentionView::tenantName)
            .words("Calls stay", RetentionPage::days)
            .words("Set by", this::setBy)
            .words("Kept from", view -> lastRun(view, run -> moment(run.keptFrom())))
            .figures("Calls removed last", view -> lastRun(view, run -> Formats.count(run.calls())))
            .figures("Traces", view -> lastRun(view, run -> Formats.count(run.traces())))
            .parts("Last run", this::state);
    if (reader.actor().is(Role.PLATFORM_ADMIN) || reader.actor().is(Role.TENANT_APPROVER)) {
      table.parts("", this::change);
    }
    table.show(views);
    rows.removeAll();
    rows.add(table);
  }

  private static AnswerLine answer(List<RetentionView> views) {
    if (views.size() == 1) {
      return new AnswerLine()
          .say("Your tenant's calls stay ")
          .figure(days(views.getFirst()))
          .say(" one by one.");
    }
    long limited = views.stream().filter(view -> view.days().isPresent()).count();
    return new AnswerLine()
        .figure(Formats.count(limited))
        .say(" of ")
        .figure(Formats.counted(views.size(), "tenant removes", "tenants remove"))
        .say(" old calls; the others keep them for ever.");
  }

  static String days(RetentionView view) {
    return view.days().map(days -> Formats.counted(days.value(), "day", "days")).orElse("for ever");
  }

  private String setBy(RetentionView view) {
    return view.changedBy()
        .map(
            name ->
                name
                    + ", "
                    + view.changedAt()
                        .map(at -> Formats.date(at, reader.zone()))
                        .orElse(Formats.UNKNOWN))
        .orElse(Formats.UNKNOWN);
  }

  private static String lastRun(RetentionView view, Function<RetentionRun, String> words) {
    return view.lastRun().map(words).orElse(Formats.UNKNOWN);
  }

  private static String moment(Instant at) {
    return Formats.date(at, ZoneOffset.UTC);
  }

  private State state(RetentionView view) {
    if (view.lastRun().isEmpty()) {
      return State.waiting(view.days().isPresent() ? "Within the hour" : "Never");
    }
    RetentionRun run = view.lastRun().get();
    return run.ended()
        .map(ended -> State.good(Formats.moment(ended, reader.zone())))
        .orElseGet(() -> State.waiting("Under way"));
  }

  private Button change(RetentionView view) {
    Button button =
        new Button(
            "Change",
            event ->
                RetentionDialog.open(
                    reader,
                    door,
                    view,
                    () -> {
                      Outcome.done("Retention set");
                      pages.reload();
                    }));
    button.addThemeName("small");
    button.setAriaLabel("Change how long calls of " + view.tenantName() + " stay");
    return button;
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Retention");
  }
}
