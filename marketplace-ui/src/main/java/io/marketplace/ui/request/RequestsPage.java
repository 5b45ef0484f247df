package io.marketplace.ui.request;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.InboxCounts;
import io.marketplace.model.access.RequestFilter;
import io.marketplace.model.access.RequestState;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Bold;
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
import io.marketplace.ui.shell.TenantChoice;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What did we ask for, and what waits for me? */
@OpenTo({Role.DEVELOPER, Role.AUDITOR, Role.TENANT_APPROVER, Role.PLATFORM_ADMIN})
@Route(value = "requests", layout = PortalLayout.class)
public final class RequestsPage extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 10;

  /** Counted at most in the answer line. */
  private static final int MOST = 100;

  private static final RequestFilter OPEN =
      new RequestFilter(
          Set.of(RequestState.PENDING, RequestState.HALF_APPROVED, RequestState.ASKED_BACK),
          false,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final transient Reader reader;
  private final transient AccessQueries requests;
  private final PageHead head = new PageHead("Requests");
  private final Div boxes = new Div();
  private final Paged<RequestView> pages;

  /** Takes the queries, and what tells of changes. */
  @Inject
  public RequestsPage(
      Readers readers, AccessQueries requests, TenantChoice tenants, LiveUpdates live) {
    this.reader = readers.current();
    this.requests = requests;
    this.pages =
        new Paged<>(
            PAGE, page -> requests.requests(reader.viewer(), RequestFilter.ALL, page), this::show);
    boxes.addClassName("stack");
    tenants.offer(head);
    if (reader.actor().is(Role.DEVELOPER)) {
      head.actions(ask());
    }
    add(head, new LedgerSection("Requests").aside("newest first").with(boxes, pages));
    live.follow(this, this::refresh, Topic.ACCESS);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    refresh();
  }

  private void refresh() {
    head.answer(reader.actor().is(Role.DEVELOPER) ? own() : all());
    pages.reload();
  }

  /** What waits in all that somebody who only looks can see. */
  private AnswerLine all() {
    Page<RequestView> open = requests.requests(reader.viewer(), OPEN, PageRequest.first(MOST));
    int count = open.items().size();
    return new AnswerLine()
        .figure(
            count == 0
                ? "No request"
                : (open.more() ? "More than " : "") + Formats.counted(count, "request", "requests"))
        .say(count <= 1 ? " waits for somebody." : " wait for somebody.");
  }

  private AnswerLine own() {
    InboxCounts counts = requests.counts(reader.actor());
    AnswerLine line = new AnswerLine();
    if (counts.waiting() + counts.toAnswer() == 0) {
      line.figure("Nothing").say(" waits, neither for you nor for others.");
    } else {
      line.figure(Formats.counted(counts.waiting(), "request", "requests"))
          .say(
              counts.waiting() == 1
                  ? " waits for an approver, and "
                  : " wait for an approver, and ")
          .figure(counts.toAnswer() == 0 ? Formats.NONE : Formats.count(counts.toAnswer()))
          .say(counts.toAnswer() == 1 ? " waits for your answer." : " wait for your answer.");
    }
    return line;
  }

  private void show(List<RequestView> views) {
    boxes.removeAll();
    if (views.isEmpty()) {
      boxes.add(
          Notice.empty(
              "No requests yet",
              "A request opens a tier of models to an application. An approver of the tenant decides, usually after reading its purpose and cost.",
              reader.actor().is(Role.DEVELOPER) ? new Component[] {ask()} : new Component[0]));
    }
    views.forEach(view -> boxes.add(box(view)));
  }

  private static Anchor ask() {
    Anchor ask = new Anchor("requests/new", "Request access");
    ask.addClassNames("b", "p");
    return ask;
  }

  private Div box(RequestView view) {
    String tier = view.terms().tier().code();
    Anchor link =
        new Anchor("requests/" + view.id(), new Bold(tier + " for " + view.applicationName()));
    link.addClassName("ink");
    Span name = new Span(new TierMark(tier), link);
    name.addClassName("tw");
    Span note =
        new Span(
            RequestRail.number(view) + ", " + Formats.headline(view.terms().budget()) + " a month");
    note.addClassName("note");
    Div head = new Div(name, note, RequestRail.state(view));
    head.addClassName("boxhead");
    Div box = new Div(head, RequestRail.of(view, reader.zone()));
    box.addClassName("box");
    box.getElement().setAttribute("data-item", view.id().toString());
    return box;
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Requests");
  }
}
