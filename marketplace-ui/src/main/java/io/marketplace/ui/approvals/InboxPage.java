package io.marketplace.ui.approvals;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.ui.component.AnswerLine;
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
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What waits for me, who still has to say yes, and what would it cost? */
@Route(value = "inbox/:id?", layout = PortalLayout.class)
@OpenTo({Role.TENANT_APPROVER, Role.PLATFORM_ADMIN})
public final class InboxPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 20;

  private final transient Reader reader;
  private final transient AccessQueries requests;
  private final transient Approver approver;
  private final PageHead head = new PageHead("Inbox");
  private final ViewSwitch views = new ViewSwitch();
  private final RequestList list = new RequestList();
  private final Div detail = new Div();
  private final Div columns = new Div();
  private final Paged<RequestView> pages;
  private transient InboxView view = InboxView.WAITING;
  private transient Optional<RequestView> shown = Optional.empty();
  private transient Optional<RequestDetail> open = Optional.empty();

  /** Takes the queries, and what an approver can do. */
  @Inject
  public InboxPage(Readers readers, AccessQueries requests, Approver approver, LiveUpdates live) {
    this.reader = readers.current();
    this.requests = requests;
    this.approver = approver;
    pages =
        new Paged<>(
            PAGE, page -> requests.requests(reader.actor(), view.filter(), page), this::list);
    head.actions(views);
    detail.addClassName("detail");
    Div left = new Div(list, pages);
    left.addClassName("list");
    columns.add(left, detail);
    columns.addClassName("ml");
    add(head, columns);
    live.follow(this, this::refresh, Topic.ACCESS);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    view = InboxView.of(event.getLocation().getQueryParameters().getSingleParameter("view"));
    Optional<RequestId> picked = event.getRouteParameters().get("id").map(RequestId::parse);
    columns.setClassName("picked", picked.isPresent());
    shown = picked.map(id -> requests.request(reader.actor(), id));
    pages.first();
    shown.ifPresent(this::show);
  }

  /** Reads the list anew; the request that is open only if it has moved, so that typing stays. */
  private void refresh() {
    Optional<RequestView> before = shown;
    shown = before.map(request -> requests.request(reader.actor(), request.id()));
    pages.reload();
    if (!shown.equals(before)) {
      String reason = open.map(RequestDetail::reason).orElse("");
      shown.ifPresent(this::show);
      open.ifPresent(request -> request.keepReason(reason));
    }
  }

  private void list(List<RequestView> rows) {
    long waiting = requests.counts(reader.actor()).toDecide();
    head.answer(answer(waiting, rows));
    views.show(view, waiting);
    if (shown.isEmpty() && !rows.isEmpty()) {
      shown = Optional.of(rows.getFirst());
      shown.ifPresent(this::show);
    }
    if (shown.isEmpty()) {
      detail.removeAll();
      open = Optional.empty();
    }
    columns.setClassName("bare", rows.isEmpty() && shown.isEmpty());
    list.show(rows, view, shown.map(RequestView::id), reader, Clock.systemUTC().instant());
  }

  private void show(RequestView request) {
    RequestDetail next = new RequestDetail(request, reader, approver, view, this::decided);
    detail.removeAll();
    detail.add(next);
    open = Optional.of(next);
  }

  /** After a decision the request stays open, so that its outcome is seen; the list moves on. */
  private void decided(RequestId id) {
    shown = Optional.of(requests.request(reader.actor(), id));
    pages.reload();
    shown.ifPresent(this::show);
  }

  private AnswerLine answer(long waiting, List<RequestView> rows) {
    if (waiting == 0) {
      return new AnswerLine().figure("Nothing").say(" waits for your decision.");
    }
    AnswerLine line =
        new AnswerLine()
            .figure(Formats.counted(waiting, "request", "requests"))
            .say(waiting == 1 ? " waits for you." : " wait for you.");
    if (view == InboxView.WAITING && rows.size() == waiting) {
      line.say(waiting == 1 ? " It asks for up to " : " Together they ask for up to ")
          .figure(Formats.headline(RequestList.budgets(rows)) + " a month")
          .say(".");
    }
    return line;
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Inbox");
  }
}
