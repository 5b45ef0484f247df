package io.marketplace.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.policy.PolicyPreview;
import io.marketplace.model.policy.PolicyPreview.Change;
import io.marketplace.model.policy.ProviderTraits;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.Figures;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import java.time.ZoneId;

/** What last week's calls would have met. */
final class PreviewResult extends Div {

  private static final long serialVersionUID = 1L;

  PreviewResult(PolicyPreview preview, ZoneId zone) {
    add(
        new H3("What last week's calls would have met"),
        new Figures()
            .figure(
                "Calls since " + Formats.date(preview.from(), zone),
                Formats.count(preview.calls()),
                "",
                "answered, or refused by policy")
            .figure("Would be refused", Formats.count(preview.denied()), "", "lawful today")
            .figure(
                "Another provider", Formats.count(preview.moved()), "", "of the same route answers")
            .figure("Newly lawful", Formats.count(preview.allowed()), "", "refused today"));
    if (preview.changes().isEmpty()) {
      Paragraph none = new Paragraph("No call of last week would have met a change.");
      none.addClassName("note");
      add(none);
      return;
    }
    DataTable<Change> table =
        new DataTable<Change>("Calls that a change would have met")
            .parts("Effect", PreviewResult::effect)
            .words("Application", change -> named(change.group().applicationName()))
            .words("Alias", change -> change.group().alias())
            .words("Data", change -> change.group().sensitivity().code())
            .words(
                "Answered by",
                change ->
                    change.group().provider().map(ProviderTraits::name).orElse(Formats.UNKNOWN))
            .figures("Calls", change -> Formats.count(change.group().calls()))
            .parts("Why", change -> said(change.why()))
            .parts("Example", PreviewResult::example);
    table.show(preview.changes());
    add(table);
  }

  private static String named(String application) {
    return application.isEmpty() ? Formats.UNKNOWN : application;
  }

  private static Component effect(Change change) {
    return switch (change.effect()) {
      case DENIED -> State.trouble("Refused");
      case MOVED -> State.warning("Elsewhere");
      case ALLOWED -> State.good("Lawful");
    };
  }

  private static Component said(String words) {
    Paragraph said = new Paragraph(words);
    said.addClassName("said");
    return said;
  }

  private static Component example(Change change) {
    Div links = new Div();
    for (CallId call : change.group().examples()) {
      String text = call.toString();
      Div line = new Div(new Anchor("explain/" + text, "…" + text.substring(24)));
      links.add(line);
    }
    return links;
  }
}
