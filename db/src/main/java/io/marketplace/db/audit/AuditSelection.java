package io.marketplace.db.audit;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An {@link AuditFilter} as a condition on {@code audit_event e}. */
final class AuditSelection {

  /** The condition. */
  static final String WHERE =
      """
      (?::text is null or e.actor_name ilike ? or e.actor_subject ilike ?)
        and (?::text is null or starts_with(e.action, ?))
        and (?::text is null or e.subject_type = ?)
        and (?::text is null or e.subject_id = ?)
        and (?::timestamptz is null or e.at >= ?)
        and (?::timestamptz is null or e.at < ?)
        and (?::text is null or e.before::text ilike ? or e.after::text ilike ?
          or e.action ilike ? or e.subject_id ilike ?)
      """;

  private AuditSelection() {}

  /** The condition's parameters. */
  static List<Optional<?>> parameters(AuditFilter filter) {
    Optional<String> who = filter.actor().map(Sql::contains);
    Optional<String> text = filter.text().map(Sql::contains);
    return List.of(
        who,
        who,
        who,
        filter.action(),
        filter.action(),
        filter.subjectType(),
        filter.subjectType(),
        filter.subjectId(),
        filter.subjectId(),
        filter.from(),
        filter.from(),
        filter.to(),
        filter.to(),
        text,
        text,
        text,
        text,
        text);
  }

  static Facts facts(List<String> names, List<String> values) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      facts.put(names.get(i), values.get(i));
    }
    return Facts.of(facts);
  }
}
