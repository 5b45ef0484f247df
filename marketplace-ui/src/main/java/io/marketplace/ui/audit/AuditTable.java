package io.marketplace.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.format.Formats;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/** The entries as rows; a row opens to what it changed. */
final class AuditTable {

  private AuditTable() {}

  static DataTable<AuditEvent> of(List<AuditEvent> events, ZoneId zone) {
    DataTable<AuditEvent> table =
        new DataTable<AuditEvent>("Audit entries: when, who, what, and what changed")
            .parts("When", event -> when(event, zone))
            .parts("Who", AuditTable::who)
            .parts("Action", AuditTable::what)
            .parts("Changed", AuditTable::changed);
    table.addClassName("trail");
    table.show(events);
    return table;
  }

  private static Component when(AuditEvent event, ZoneId zone) {
    Span when =
        new Span(
            new Span(Formats.date(event.at(), zone)), new Small(Formats.time(event.at(), zone)));
    when.addClassName("two");
    when.getElement().setAttribute("title", event.at().toString());
    return when;
  }

  private static Component who(AuditEvent event) {
    Span who =
        new Span(new Bold(event.author().name()), new Small(event.tenantName().orElse("Platform")));
    who.addClassName("two");
    who.getElement()
        .setAttribute(
            "title",
            event.author().subject()
                + event.author().sourceIp().map(ip -> ", from " + ip).orElse(""));
    return who;
  }

  private static Component what(AuditEvent event) {
    Anchor thing =
        new Anchor(
            "audit?type=" + event.subjectType() + "&id=" + encoded(event.subjectId()),
            event.subjectType() + " " + brief(event.subjectId()));
    thing.getElement().setAttribute("title", event.subjectId());
    Span what = new Span(new Code(event.action()), thing);
    what.addClassName("two");
    return what;
  }

  private static Component changed(AuditEvent event) {
    List<Difference> differences = Difference.between(event.before(), event.after());
    if (differences.isEmpty()) {
      return new Span(Formats.NONE);
    }
    Div rows = new Div();
    rows.addClassName("diff");
    differences.forEach(difference -> rows.add(row(difference)));
    String more = differences.size() == 1 ? "" : " and " + (differences.size() - 1) + " more";
    Details details = new Details(headline(differences).words() + more, rows);
    details.addClassName("chg");
    return details;
  }

  /** The state says most, where there is one. */
  private static Difference headline(List<Difference> differences) {
    return differences.stream()
        .filter(one -> one.name().equals("state"))
        .findFirst()
        .orElse(differences.getFirst());
  }

  private static Component row(Difference difference) {
    Span name = new Span(difference.name());
    name.addClassName("note");
    Div row = new Div(name);
    difference.before().ifPresent(value -> row.add(value("del", "before: ", value)));
    difference.after().ifPresent(value -> row.add(value("ins", "after: ", value)));
    return row;
  }

  private static Span value(String kind, String spoken, String value) {
    Span sign = new Span(spoken);
    sign.addClassName("sr");
    Span text = new Span(sign, new Span(value));
    text.addClassName(kind);
    return text;
  }

  private static String brief(String id) {
    return id.length() == 36 ? "…" + id.substring(28) : id;
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
