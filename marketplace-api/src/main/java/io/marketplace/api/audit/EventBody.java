package io.marketplace.api.audit;

import io.marketplace.model.audit.AuditEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of the trail.
 *
 * @param tenantName whose thing was changed; absent: the platform's
 * @param before the state before; empty for a creation
 * @param after the state after
 * @param sequence its place in the chain of its tenant or of the platform
 * @param hash its hash in that chain
 */
public record EventBody(
    String id,
    Instant at,
    Optional<String> tenantName,
    ActorBody actor,
    String action,
    SubjectBody subject,
    Map<String, String> before,
    Map<String, String> after,
    long sequence,
    String hash) {

  /** Who did it. */
  public record ActorBody(String subject, String name, Optional<String> sourceIp) {}

  /** What it was done to. */
  public record SubjectBody(String type, String id) {}

  static EventBody of(AuditEvent event) {
    return new EventBody(
        event.id().toString(),
        event.at(),
        event.tenantName(),
        new ActorBody(event.author().subject(), event.author().name(), event.author().sourceIp()),
        event.action(),
        new SubjectBody(event.subjectType(), event.subjectId()),
        event.before().values(),
        event.after().values(),
        event.sequence(),
        event.hash());
  }
}
