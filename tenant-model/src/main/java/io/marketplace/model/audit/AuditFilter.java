package io.marketplace.model.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are wanted; what is empty does not narrow.
 *
 * @param actor part of the author's name or subject, in any case
 * @param action the action's beginning, such as {@code access.}
 * @param subjectType the kind of thing
 * @param subjectId the thing's identifier
 * @param from from when on
 * @param to until when, exclusive
 * @param text part of any value before or after, in any case
 */
public record AuditFilter(
    Optional<String> actor,
    Optional<String> action,
    Optional<String> subjectType,
    Optional<String> subjectId,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> text) {

  /** Every entry. */
  public static final AuditFilter ALL =
      new AuditFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The entries about one thing. */
  public static AuditFilter about(String subjectType, String subjectId) {
    return new AuditFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.of(subjectType),
        Optional.of(subjectId),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What it narrows by, for the audit of an export. */
  Facts facts() {
    return Facts.NONE
        .with("actor", actor)
        .with("action", action)
        .with("subjectType", subjectType)
        .with("subjectId", subjectId)
        .with("from", from)
        .with("to", to)
        .with("text", text);
  }
}
