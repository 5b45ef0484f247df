package io.marketplace.model.keys;

import io.marketplace.model.access.AccessGrants;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.tenant.Application;
import io.marketplace.model.tenant.OwnApplications;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Issues a key for tiers the application holds active grants of. The key's sensitivity is the
 * lowest of those grants': what may be sent with it is lawful whichever of its tiers answers.
 * Whoever may issue a key may give it a budget with it: that only narrows what the key may do.
 * Other terms of the budget are set as those of any.
 */
@Singleton
public final class IssueKey {

  private final Work work;
  private final OwnApplications own;
  private final AccessGrants grants;
  private final KeyDesk desk;

  /** Looks at {@code grants}, keeps keys at {@code desk}. */
  @Inject
  public IssueKey(Work work, OwnApplications own, AccessGrants grants, KeyDesk desk) {
    this.work = work;
    this.own = own;
    this.grants = grants;
    this.desk = desk;
  }

  /**
   * Issues it.
   *
   * @return the key and its secret, which is told only here
   * @throws MarketplaceException {@code not_found} or {@code forbidden} for an application the
   *     actor may not act for; {@code tier_not_granted} for a tier without an active grant; {@code
   *     conflict} for an archived application; {@code invalid_request_error} for an impossible
   *     expiry, or a highest sensitivity with which one of its tiers could never be called
   */
  public IssuedKey issue(Actor actor, ApplicationId applicationId, KeyWish wish) {
    return work.in(
        actor.scope(),
        () -> {
          Application application = own.require(actor, applicationId);
          application.requireLive();
          Instant now = desk.now();
          wish.expiresAt().ifPresent(moment -> Input.future("expiresAt", moment, now));
          GrantedTiers granted =
              new GrantedTiers(
                  grants.open(applicationId).stream()
                      .filter(grant -> grant.isInForce(now))
                      .toList());
          Sensitivity sensitivity = granted.lowest(wish.scope().tiers());
          granted.requireReach(wish.scope());
          VirtualKey key = new VirtualKey(application, wish, sensitivity, actor.subject());
          desk.keep(key);
          KeySecret secret = desk.newSecret(key);
          desk.record(
              actor, key, "key.issued", Facts.NONE, key.facts().with("secret", secret.hint()));
          desk.setBudget(actor, key, wish);
          return new IssuedKey(key.id(), secret);
        });
  }
}
