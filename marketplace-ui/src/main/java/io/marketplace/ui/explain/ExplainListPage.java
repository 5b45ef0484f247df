package io.marketplace.ui.explain;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.TraceRow;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.TenantChoice;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.List;

/** Which call do I want explained? Its identifier stands in the answer's header. */
@Route(value = "explain", layout = PortalLayout.class)
@OpenTo({Role.DEVELOPER, Role.TENANT_APPROVER, Role.AUDITOR, Role.PLATFORM_ADMIN})
public final class ExplainListPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 25;
  private static final int LONGEST_ID = 60;

  private final transient Reader reader;
  private final PageHead head = new PageHead("Explain a call");
  private final TextField id = new TextField("Call id");
  private final Div rows = new Div();
  private final Paged<TraceRow> pages;

  /** Takes what is known of calls. */
  @Inject
  public ExplainListPage(
      Readers readers, ExplainDoor door, TenantChoice tenants, LiveUpdates live) {
    this.reader = readers.current();
    pages = new Paged<>(PAGE, page -> door.recent(reader.viewer(), page), this::show);
    id.setMaxLength(LONGEST_ID);
    id.setHelperText(
        "The answer's header Marketplace-Request-Id, or the column request_id of an export.");
    id.setWidthFull();
    Button go = new Button("Explain call", event -> open());
    go.addThemeName("primary");
    go.addClickShortcut(Key.ENTER).listenOn(id);
    Div search = new Div(id, go);
    search.addClassNames("filters", "find-call");
    tenants.offer(head);
    add(head, search);
    add(new LedgerSection("Last calls").aside("newest first, refused calls too").with(rows, pages));
    live.follow(this, pages::reload, Topic.USAGE);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    pages.first();
  }

  private void open() {
    id.setInvalid(false);
    String text = id.getValue().strip();
    try {
      UI.getCurrent().navigate("explain/" + CallId.parse(text));
    } catch (MarketplaceException e) {
      id.setErrorMessage(
          "A call id is 36 characters, such as 019a0c3e-5f1b-7c2d-9e4f-0123456789ab.");
      id.setInvalid(true);
      id.focus();
    }
  }

  private void show(List<TraceRow> calls) {
    rows.removeAll();
    if (calls.isEmpty()) {
      head.answer(new AnswerLine().figure("No call").say(" was made yet that you may see."));
      rows.add(
          Notice.empty(
              "No calls yet",
              "Every call that a key makes is explained here a moment later: which steps it passed, where it went and what it cost.",
              new Anchor("keys", "See the keys")));
      return;
    }
    TraceRow last = calls.getFirst();
    head.answer(
        new AnswerLine()
            .say("The last call was ")
            .figure(words(last.outcome()))
            .say(
                " at "
                    + Formats.time(last.startedAt(), reader.zone())
                    + ". Which one puzzles you?"));
    DataTable<TraceRow> table =
        new DataTable<TraceRow>("Calls: when, alias, outcome, time")
            .parts("Call", ExplainListPage::link)
            .words("When", row -> Formats.moment(row.startedAt(), reader.zone()))
            .parts("Alias", row -> new Code(Trace.of(row).alias()))
            .parts("Outcome", ExplainListPage::outcome)
            .figures("Status", row -> Integer.toString(row.status()))
            .figures("Took", row -> Formats.duration(Trace.of(row).totalMicros() / 1_000.0));
    table.show(calls);
    rows.add(table);
  }

  private static Component link(TraceRow row) {
    return new Anchor("explain/" + row.call(), new Code("…" + row.call().toString().substring(24)));
  }

  private static Component outcome(TraceRow row) {
    return row.outcome().equals("answered")
        ? State.good("answered")
        : State.trouble(words(row.outcome()));
  }

  /** {@code budget_exceeded} as {@code budget exceeded}. */
  private static String words(String outcome) {
    return outcome.replace('_', ' ');
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Explain a call");
  }
}
