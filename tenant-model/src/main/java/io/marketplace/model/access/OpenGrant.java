package io.marketplace.model.access;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * The one open grant an application has of a tier: made by the first approval, changed by later
 * ones.
 */
@Singleton
public final class OpenGrant {

  private final AccessGrants grants;
  private final AuditTrail audit;

  /** Keeps them in {@code grants}. */
  @Inject
  public OpenGrant(AccessGrants grants, AuditTrail audit) {
    this.grants = grants;
    this.audit = audit;
  }

  /** Refuses to go on while the tier's grant is suspended. */
  void refuseSuspended(ApplicationId application, Tier tier) {
    if (grants.findOpen(application, tier).filter(OpenGrant::isSuspended).isPresent()) {
      throw suspended();
    }
  }

  /** Makes or changes the grant as {@code request} says, and writes it down. */
  GrantId give(Actor actor, AccessRequest request, Instant now) {
    Optional<AccessGrant> open =
        grants
            .findOpen(request.application(), request.terms().tier())
            .flatMap(found -> grants.lock(found.id()))
            .filter(found -> found.state().isOpen());
    if (open.filter(OpenGrant::isSuspended).isPresent()) {
      throw suspended();
    }
    Facts before = open.map(AccessGrant::facts).orElse(Facts.NONE);
    AccessGrant grant = open.orElseGet(() -> new AccessGrant(request, now));
    if (open.isPresent()) {
      grant.take(request, now);
    } else {
      grants.add(grant);
    }
    audit.record(
        new AuditEntry(
            Optional.of(grant.tenant()),
            Author.of(actor),
            open.isPresent() ? "grant.changed" : "grant.given",
            "grant",
            grant.id().toString(),
            before,
            grant.facts()));
    return grant.id();
  }

  private static boolean isSuspended(AccessGrant grant) {
    return grant.state() == GrantState.SUSPENDED;
  }

  private static MarketplaceException suspended() {
    return new MarketplaceException(
        ProblemCode.CONFLICT,
        "The application's grant for this tier is suspended; have it resumed or revoked first.");
  }
}
