package io.marketplace.ui.explain;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.TraceRow;
import io.marketplace.model.metering.UsageDetail;
import io.marketplace.model.metering.UsageEntry;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
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
import java.time.Clock;
import java.util.Optional;

/** Why did this call go there, how long did it take, what did it cost, was it allowed? */
@Route(value = "explain/:id", layout = PortalLayout.class)
@OpenTo({Role.DEVELOPER, Role.TENANT_APPROVER, Role.AUDITOR, Role.PLATFORM_ADMIN})
public final class ExplainPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient Reader reader;
  private final transient ExplainDoor door;
  private final transient LiveUpdates live;

  /** Takes what is known of calls, and what looks again. */
  @Inject
  public ExplainPage(Readers readers, ExplainDoor door, LiveUpdates live) {
    this.reader = readers.current();
    this.door = door;
    this.live = live;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    CallId id = CallId.parse(event.getRouteParameters().get("id").orElse(""));
    if (!find(id)) {
      if (!Awaited.mayCome(id, Clock.systemUTC().instant())) {
        throw new NotFoundException();
      }
      await(id);
    }
  }

  /** Shows the call if its trace is there. */
  private boolean find(CallId id) {
    Optional<TraceRow> row = door.trace(reader.actor(), id);
    row.ifPresent(found -> show(id, found));
    return row.isPresent();
  }

  private void await(CallId id) {
    removeAll();
    add(
        head(id, "")
            .answer(
                new AnswerLine().say("The trace of this call is ").figure("on its way").say(".")),
        new Awaited(
            live,
            "Looked for again by itself for some ten seconds",
            () -> find(id),
            () -> giveUp(id)));
  }

  private void giveUp(CallId id) {
    removeAll();
    Button again = new Button("Look again", event -> await(id));
    add(
        head(id, "").answer(new AnswerLine().figure("Nothing").say(" is known of this call yet.")),
        Notice.empty(
            "No trace has come",
            "A call that is still running has none. Nor is one shown that is not yours to see.",
            again));
  }

  private PageHead head(CallId id, String when) {
    return new PageHead("")
        .crumbs(
            new Anchor("explain", "Explain"),
            new Text(" / call "),
            new Code(id.toString()),
            new Text(when));
  }

  private void show(CallId id, TraceRow row) {
    Trace trace = Trace.of(row);
    Optional<UsageDetail> booked = door.entry(reader.actor(), id);
    Optional<UsageEntry> entry = booked.map(UsageDetail::entry);
    String application = door.application(reader.actor(), row);
    removeAll();
    Button copy = new Button("Copy as JSON");
    copy.addClickListener(
        click -> {
          copy.getElement()
              .executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", row.json());
          Outcome.done("Trace copied");
        });
    add(
        head(id, ", " + Formats.moment(row.startedAt(), reader.zone()))
            .answer(answer(row, trace, entry))
            .actions(copy));
    Div aside =
        new Div(
            Journey.of(trace, application, sensitivity(trace, entry)),
            CostSection.of(booked),
            who(application, entry));
    aside.addClassNames("stack", "c4");
    String axis = "one row a step, bars share one axis, 0 to " + Formats.duration(millis(trace));
    Div page =
        new Div(
            new LedgerSection("Decision trace").columns(8).aside(axis).with(TraceRail.of(trace)),
            aside);
    page.addClassName("g");
    add(page);
    if (booked.isEmpty()
        && row.outcome().equals("answered")
        && Awaited.mayCome(id, Clock.systemUTC().instant())) {
      addComponentAtIndex(1, cost(id, row));
    }
  }

  /** What an answered call cost comes to the ledger by itself, before its trace or after it. */
  private Awaited cost(CallId id, TraceRow row) {
    return new Awaited(
        live,
        "What it cost is on its way to the ledger",
        () -> {
          boolean come = door.entry(reader.actor(), id).isPresent();
          if (come) {
            show(id, row);
          }
          return come;
        },
        () -> {});
  }

  private static double millis(Trace trace) {
    return trace.totalMicros() / 1_000.0;
  }

  private static AnswerLine answer(TraceRow row, Trace trace, Optional<UsageEntry> entry) {
    double took = entry.map(UsageEntry::latencyMs).orElseGet(() -> millis(trace));
    if (!row.outcome().equals("answered")) {
      AnswerLine line =
          new AnswerLine()
              .say("Ended with ")
              .figure(row.outcome())
              .say(", status " + row.status() + ", after ")
              .figure(Formats.duration(took))
              .say(".");
      return entry
          .filter(booked -> booked.cost().value() > 0)
          .map(booked -> line.say(" Still it cost ").figure(Formats.money(booked.cost())).say("."))
          .orElse(line);
    }
    AnswerLine line = new AnswerLine().say("Answered in ").figure(Formats.duration(took));
    entry.ifPresent(booked -> line.say(" for ").figure(Formats.money(booked.cost())));
    line.say(".");
    entry
        .filter(booked -> booked.pool().isPresent())
        .ifPresent(
            booked ->
                line.say(booked.attempts() > 1 ? " After other tries " : " ")
                    .figure(booked.model().orElse("A model") + " on " + booked.pool().orElse(""))
                    .say(" served it."));
    return line;
  }

  private static String sensitivity(Trace trace, Optional<UsageEntry> entry) {
    return entry
        .map(UsageEntry::sensitivity)
        .or(() -> trace.steps().stream().flatMap(s -> s.fact("sensitivity").stream()).findFirst())
        .orElse("unclassified");
  }

  private static LedgerSection who(String application, Optional<UsageEntry> entry) {
    KeyValues values = new KeyValues().row("Application", application);
    entry.ifPresent(
        row ->
            values
                .row("Team", row.teamName().orElse(Formats.UNKNOWN))
                .row("Key", row.keyName().orElse(Formats.UNKNOWN))
                .row("Agent", row.agent().orElse(Formats.NONE))
                .row("Workflow", row.workflow().orElse(Formats.NONE))
                .row("Customer", row.customer().orElse(Formats.NONE))
                .row("Use case", row.useCase().orElse(Formats.NONE))
                .row("Gateway", row.replica()));
    return new LedgerSection("Who called").with(values);
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Explain a call");
  }
}
