package io.marketplace.ui.audit;

import com.vaadin.flow.router.QueryParameters;
import io.marketplace.model.audit.AuditFilter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The search as it stands in the address, so that it can be sent to a colleague and other pages can
 * link to the history of a thing. What is no day or too long is passed over.
 *
 * @param actor part of a name
 * @param action the beginning of an action
 * @param type the kind of thing
 * @param id the thing
 * @param from the first day
 * @param to the last day
 * @param text part of any value
 */
record AuditAddress(
    Optional<String> actor,
    Optional<String> action,
    Optional<String> type,
    Optional<String> id,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<String> text) {

  static final int LONGEST = 120;

  static AuditAddress of(QueryParameters query) {
    return new AuditAddress(
        one(query, "actor"),
        one(query, "action"),
        one(query, "type"),
        one(query, "id"),
        one(query, "from").flatMap(AuditAddress::day),
        one(query, "to").flatMap(AuditAddress::day),
        one(query, "q"));
  }

  /** The parameters that lead back to this search. */
  QueryParameters query() {
    Map<String, String> query = new LinkedHashMap<>();
    actor.ifPresent(value -> query.put("actor", value));
    action.ifPresent(value -> query.put("action", value));
    type.ifPresent(value -> query.put("type", value));
    id.ifPresent(value -> query.put("id", value));
    from.ifPresent(value -> query.put("from", value.toString()));
    to.ifPresent(value -> query.put("to", value.toString()));
    text.ifPresent(value -> query.put("q", value));
    return QueryParameters.simple(query);
  }

  /** The search, its days taken in {@code zone}. */
  AuditFilter filter(ZoneId zone) {
    return new AuditFilter(
        actor,
        action,
        type,
        id,
        from.map(day -> day.atStartOfDay(zone).toInstant()),
        to.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
        text);
  }

  boolean isEmpty() {
    return query().getParameters().isEmpty();
  }

  private static Optional<String> one(QueryParameters query, String name) {
    return query
        .getSingleParameter(name)
        .map(String::strip)
        .filter(value -> !value.isEmpty() && value.length() <= LONGEST);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> day.getYear() >= 2000 && day.getYear() < 3000);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
