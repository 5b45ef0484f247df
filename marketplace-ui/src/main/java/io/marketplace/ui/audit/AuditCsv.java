package io.marketplace.ui.audit;

import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.ui.format.Csv;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The entries of a search as CSV, newest first; times in UTC. */
final class AuditCsv {

  /** More than a spreadsheet is read for; a narrower search gives the rest. */
  static final int MOST_ROWS = 20_000;

  private AuditCsv() {}

  static InputStream of(AuditQueries audit, Actor actor, AuditFilter filter) {
    StringBuilder csv =
        new StringBuilder(
            Csv.line(
                "time", "tenant", "actor", "subject", "address", "action", "type", "id", "changed",
                "before", "after"));
    int offset = 0;
    Page<AuditEvent> page;
    do {
      page = audit.events(actor, filter, new PageRequest(offset, PageRequest.MAX));
      page.items().forEach(event -> csv.append(line(event)));
      offset += PageRequest.MAX;
    } while (page.more() && offset < MOST_ROWS);
    return new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  static String line(AuditEvent event) {
    return Csv.line(
        event.at().toString(),
        event.tenantName().orElse(""),
        event.author().name(),
        event.author().subject(),
        event.author().sourceIp().orElse(""),
        event.action(),
        event.subjectType(),
        event.subjectId(),
        Difference.between(event.before(), event.after()).stream()
            .map(Difference::name)
            .collect(Collectors.joining(" ")),
        facts(event.before()),
        facts(event.after()));
  }

  private static String facts(Facts facts) {
    return facts.values().entrySet().stream()
        .map(fact -> fact.getKey() + ": " + fact.getValue())
        .collect(Collectors.joining("; "));
  }
}
