package io.marketplace.ui.approvals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.Reader;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The requests at the left: tier and cap, who asks for what, where it stands. */
final class RequestList extends Div {

  private static final long serialVersionUID = 1L;

  RequestList() {
    addClassNames("sec", "rqs");
  }

  void show(
      List<RequestView> rows,
      InboxView view,
      Optional<RequestId> picked,
      Reader reader,
      Instant now) {
    removeAll();
    if (rows.isEmpty()) {
      add(nothing(view));
    }
    rows.forEach(request -> add(row(request, view, picked, reader, now)));
  }

  /** What the requests ask for a month, added up. */
  static NanoUsd budgets(List<RequestView> rows) {
    BigInteger sum =
        rows.stream()
            .map(request -> BigInteger.valueOf(request.terms().budget().value()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return new NanoUsd(sum.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
  }

  private static Anchor row(
      RequestView request, InboxView view, Optional<RequestId> picked, Reader reader, Instant now) {
    String tier = request.terms().tier().code();
    Anchor row =
        new Anchor(
            "inbox/" + request.id() + "?view=" + view.code(),
            line(
                TierMark.beside(tier, tier),
                new Bold(Formats.headline(request.terms().budget()) + "/mo")),
            note(
                request.applicationName() + ", " + request.requestedByName(),
                age(request, reader, now)),
            line(RequestWords.state(request, reader.actor()), new Span("")));
    row.addClassName("rq");
    row.getElement().setAttribute("data-item", "");
    if (picked.filter(request.id()::equals).isPresent()) {
      row.getElement().setAttribute("aria-current", "true");
    }
    return row;
  }

  private static Span line(Component... parts) {
    Span line = new Span(parts);
    line.addClassName("x");
    return line;
  }

  private static Span note(String who, Span when) {
    Span line = line(new Span(who), when);
    line.addClassName("note");
    return line;
  }

  private static Span age(RequestView request, Reader reader, Instant now) {
    Span age = new Span(ago(Duration.between(request.createdAt(), now)));
    age.getElement()
        .setAttribute("title", "Sent " + Formats.moment(request.createdAt(), reader.zone()));
    return age;
  }

  /** {@code 5 min}, {@code 3 h}, {@code 2 days}. */
  static String ago(Duration age) {
    if (age.toMinutes() < 1) {
      return "now";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min";
    }
    return age.toDays() < 1 ? age.toHours() + " h" : Formats.counted(age.toDays(), "day", "days");
  }

  private static Notice nothing(InboxView view) {
    return switch (view) {
      case WAITING ->
          Notice.empty(
              "Nothing waits for you",
              "Requests of your applications' teams arrive here by themselves. Your own and those you approved first wait for somebody else.",
              new Anchor("inbox?view=open", "See all open requests"));
      case OPEN ->
          Notice.empty(
              "No request is open",
              "Teams ask for access in the catalogue; what they send stands here until it is decided.",
              new Anchor("grants", "See the grants"));
      case DECIDED ->
          Notice.empty(
              "Nothing was decided yet",
              "Granted, denied and withdrawn requests stay here, with who decided and why.",
              new Anchor("inbox", "See what waits"));
    };
  }
}
