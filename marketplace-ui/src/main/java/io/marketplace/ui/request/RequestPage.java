package io.marketplace.ui.request;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.DecisionView;
import io.marketplace.model.access.ReplyToAskBack;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestState;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.access.TermChanges;
import io.marketplace.model.access.WithdrawRequest;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Topic;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.Confirm;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.format.Typed;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.Optional;

/** One request: where it stands, what was said, and what its asker can still do. */
@Route(value = "requests/:id", layout = PortalLayout.class)
public final class RequestPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 2_000;

  private final transient Reader reader;
  private final transient AccessQueries requests;
  private final transient WithdrawRequest withdrawing;
  private final transient ReplyToAskBack replying;
  private transient Optional<RequestView> shown = Optional.empty();

  /** Takes the queries and the asker's use cases. */
  @Inject
  public RequestPage(
      Readers readers,
      AccessQueries requests,
      WithdrawRequest withdrawing,
      ReplyToAskBack replying,
      LiveUpdates live) {
    this.reader = readers.current();
    this.requests = requests;
    this.withdrawing = withdrawing;
    this.replying = replying;
    live.follow(this, () -> shown.ifPresent(this::refresh), Topic.ACCESS);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(RequestId.parse(event.getRouteParameters().get("id").orElse("")));
  }

  /**
   * Shows the request anew if it has moved; a half-written answer is not thrown away for nothing.
   */
  private void refresh(RequestView before) {
    if (!requests.request(reader.actor(), before.id()).equals(before)) {
      show(before.id());
    }
  }

  private void show(RequestId id) {
    RequestView request = requests.request(reader.actor(), id);
    shown = Optional.of(request);
    removeAll();
    PageHead head =
        new PageHead("")
            .crumbs(
                new Anchor("requests", "Requests"), new Text(" / " + RequestRail.number(request)))
            .answer(answer(request));
    if (request.state() == RequestState.DRAFT) {
      Anchor on = new Anchor("requests/new/data/" + id, "Go on writing");
      on.addClassNames("b", "p");
      head.actions(on);
    }
    if (request.mayWithdraw(reader.actor())) {
      head.actions(new Button("Withdraw", event -> withdraw(request)));
    }
    add(head);
    Div page = new Div();
    page.addClassName("g");
    if (request.state() == RequestState.ASKED_BACK && request.mayWithdraw(reader.actor())) {
      page.add(
          new LedgerSection("Your answer").aside("the request waits for it").with(reply(request)));
    }
    page.add(
        new LedgerSection("Where it stands")
            .columns(8)
            .with(RequestRail.of(request, reader.zone())),
        new LedgerSection("What is asked for")
            .columns(4)
            .with(ReviewStep.terms(request, reader.zone())),
        new LedgerSection("What was said").columns(8).with(history(request)));
    add(page);
  }

  private static AnswerLine answer(RequestView request) {
    AnswerLine line =
        new AnswerLine()
            .say(request.terms().tier().code() + " for ")
            .figure(request.applicationName());
    return switch (request.state()) {
      case DRAFT -> line.say(" is a draft. Nobody but you sees it.");
      case PENDING -> line.say(" waits for ").figure("an approver").say(".");
      case HALF_APPROVED -> line.say(" waits for ").figure("a second approver").say(".");
      case ASKED_BACK -> line.say(" waits for ").figure("your answer").say(".");
      case GRANTED -> line.say(" is ").figure("granted").say(". Issue a key, and call it.");
      case DENIED -> line.say(" was ").figure("denied").say(". The reason stands below.");
      case WITHDRAWN -> line.say(" was withdrawn.");
    };
  }

  private UnorderedList history(RequestView request) {
    UnorderedList list = new UnorderedList();
    list.addClassName("li");
    list.add(
        line(
            request.requestedByName() + " asked",
            "",
            Formats.moment(request.createdAt(), reader.zone())));
    for (DecisionView decision : request.decisions()) {
      list.add(
          line(
              decision.personName() + " " + verb(decision),
              decision.reason(),
              Formats.moment(decision.at(), reader.zone())));
    }
    return list;
  }

  private static ListItem line(String who, String words, String when) {
    Span said = new Span(new Bold(who));
    said.addClassName("two");
    if (!words.isEmpty()) {
      Span text = new Span(words);
      text.addClassName("said");
      said.add(text);
    }
    Span at = new Span(when);
    at.addClassName("note");
    return new ListItem(said, at);
  }

  private static String verb(DecisionView decision) {
    return switch (decision.kind()) {
      case APPROVE -> "approved";
      case DENY -> "denied";
      case ASK_BACK -> "asked back";
      case REPLY -> "answered";
      case WITHDRAW -> "withdrew it";
    };
  }

  private Div reply(RequestView request) {
    TextArea answer = new TextArea("Answer");
    answer.setMaxLength(LONGEST);
    answer.setWidthFull();
    TextField cap = new TextField("Monthly cap, $");
    cap.setHelperText("Empty: stays at " + Formats.money(request.terms().budget()) + ".");
    FieldErrors errors = new FieldErrors().map("reason", answer).map("budgetUsd", cap);
    Button send = new Button("Send answer");
    send.addThemeName("primary");
    send.setDisableOnClick(true);
    send.addClickListener(
        event -> {
          boolean sent =
              errors.run(
                  () -> {
                    Optional<NanoUsd> budget =
                        Optional.of(cap.getValue())
                            .filter(text -> !text.isBlank())
                            .map(text -> Typed.dollars("budgetUsd", text));
                    TermChanges changes =
                        new TermChanges(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            budget,
                            Optional.empty());
                    replying.reply(reader.actor(), request.id(), answer.getValue(), changes);
                  });
          send.setEnabled(true);
          if (sent) {
            Outcome.done("Answer sent");
            show(request.id());
          }
        });
    Div form = new Div(answer, cap, send);
    form.addClassName("form");
    return form;
  }

  private void withdraw(RequestView request) {
    Confirm.ask(
        "Withdraw " + RequestRail.number(request) + "?",
        "Approvers no longer see it. You can ask again at any time.",
        "Withdraw request",
        () -> {
          withdrawing.withdraw(reader.actor(), request.id(), "");
          Outcome.done("Request withdrawn");
          show(request.id());
        });
  }

  @Override
  public String getPageTitle() {
    return Titles.of(shown.map(RequestRail::number).orElse("Request"));
  }
}
