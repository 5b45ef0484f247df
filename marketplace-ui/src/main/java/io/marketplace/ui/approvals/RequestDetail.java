package io.marketplace.ui.approvals;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.marketplace.model.access.DecisionView;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.access.TermChanges;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.Reader;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/** One request at the right: the purpose, cost and policy, four eyes, the talk, the decision. */
final class RequestDetail extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Optional<DecisionForm> form;

  RequestDetail(
      RequestView request,
      Reader reader,
      Approver approver,
      InboxView view,
      Consumer<RequestId> decided) {
    addClassName("stack");
    Anchor back = new Anchor("inbox?view=" + view.code(), "Back to the list");
    back.addClassName("back");
    Effects effects = new Effects();
    Optional<String> obstacle = RequestWords.obstacle(request, reader.actor());
    add(back, asked(request, reader.zone()), effects);
    add(FourEyes.of(request, reader));
    if (!request.decisions().isEmpty()) {
      add(new LedgerSection("What was said").with(talk(request, reader.zone())));
    }
    effects.show(request.terms(), approver.advise(reader.actor(), request.id(), TermChanges.NONE));
    if (obstacle.isEmpty()) {
      DecisionForm decision = new DecisionForm(request, reader, approver, effects, decided);
      form = Optional.of(decision);
      add(decision);
    } else {
      form = Optional.empty();
      add(Notice.empty("You cannot decide this request", obstacle.get()));
    }
  }

  /** What the approver has typed as the reason. */
  String reason() {
    return form.map(DecisionForm::reason).orElse("");
  }

  /** Puts back what was typed before the request was read anew. */
  void keepReason(String reason) {
    form.ifPresent(decision -> decision.keepReason(reason));
  }

  private static LedgerSection asked(RequestView request, ZoneId zone) {
    Paragraph purpose = new Paragraph("“" + request.terms().purpose() + "”");
    purpose.addClassNames("sub", "said");
    RequestTerms terms = request.terms();
    return new LedgerSection(
            RequestWords.number(request)
                + ": "
                + terms.tier().code()
                + " for "
                + request.applicationName())
        .aside(request.requestedByName() + ", " + Formats.moment(request.createdAt(), zone))
        .with(
            purpose,
            new KeyValues()
                .row("Application", request.applicationName() + ", " + request.teamName())
                .row("Most sensitive data", RequestWords.capital(terms.sensitivity().code()))
                .row("Monthly cap", Formats.money(terms.budget()))
                .row(
                    "Requests a month",
                    terms.expectedRequestsPerMonth().map(Formats::count).orElse(Formats.UNKNOWN))
                .row("Until", until(terms, zone)));
  }

  /** The last day of the terms, or that they end with a revocation. */
  static String until(RequestTerms terms, ZoneId zone) {
    return terms.until().map(end -> Formats.date(end.minusSeconds(1), zone)).orElse("revoked");
  }

  private static UnorderedList talk(RequestView request, ZoneId zone) {
    UnorderedList list = new UnorderedList();
    list.addClassName("li");
    for (DecisionView decision : request.decisions()) {
      Span said = new Span(new Bold(decision.personName() + " " + RequestWords.verb(decision)));
      said.addClassName("two");
      if (!decision.reason().isEmpty()) {
        Span words = new Span(decision.reason());
        words.addClassName("said");
        said.add(words);
      }
      if (!decision.changes().isEmpty()) {
        said.add(new Small("with " + String.join(", ", ChangeWords.of(decision.changes(), zone))));
      }
      Span at = new Span(Formats.moment(decision.at(), zone));
      at.addClassName("note");
      list.add(new ListItem(said, at));
    }
    return list;
  }
}
