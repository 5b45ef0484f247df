package io.marketplace.model.keys;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetDesk;
import io.marketplace.model.quota.BudgetKind;
import io.marketplace.model.quota.BudgetScope;
import io.marketplace.model.tenant.OwnApplications;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What all steps of a key share: finding it, making secrets, writing the step down. */
@Singleton
public final class KeyDesk {

  private final VirtualKeys keys;
  private final OwnApplications own;
  private final KeyHasher hasher;
  private final AuditTrail audit;
  private final BudgetDesk budgets;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Keeps keys in {@code keys}, hashed by {@code hasher}. */
  @Inject
  public KeyDesk(
      VirtualKeys keys,
      OwnApplications own,
      KeyHasher hasher,
      AuditTrail audit,
      BudgetDesk budgets,
      Clock clock) {
    this.keys = keys;
    this.own = own;
    this.hasher = hasher;
    this.audit = audit;
    this.budgets = budgets;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** The key, locked, if the actor may act for its application. */
  VirtualKey take(Actor actor, KeyId id) {
    VirtualKey key = keys.lock(id).orElseThrow(KeyDesk::notFound);
    own.require(actor, key.application());
    return key;
  }

  /**
   * Refuses a key that works no more, by itself or because its parent does not.
   *
   * @throws MarketplaceException {@code conflict}
   */
  void requireWorking(VirtualKey key) {
    key.requireWorking(now());
    key.parent().flatMap(keys::find).ifPresent(parent -> parent.requireWorking(now()));
  }

  void keep(VirtualKey key) {
    keys.add(key);
  }

  /** Sets the budget that a new key was wished with, in the unit of work that keeps the key. */
  void setBudget(Actor actor, VirtualKey key, KeyWish wish) {
    wish.budget()
        .ifPresent(
            terms ->
                budgets.begin(
                    actor,
                    key.tenant(),
                    new BudgetScope(BudgetKind.KEY, key.id().toString()),
                    terms));
  }

  /** Makes a secret for the key; only its hash is kept. */
  KeySecret newSecret(VirtualKey key) {
    KeySecret secret = KeySecret.create(random);
    keys.addSecret(key, hasher.hash(secret), secret.hint());
    return secret;
  }

  /** Lets the present secrets end; the hint of the newest. */
  String endSecrets(VirtualKey key, Instant end) {
    return keys.endSecrets(key, end);
  }

  void record(Actor actor, VirtualKey key, String action, Facts before, Facts after) {
    audit.record(
        new AuditEntry(
            Optional.of(key.tenant()),
            Author.of(actor),
            action,
            "key",
            key.id().toString(),
            before,
            after));
  }

  private static MarketplaceException notFound() {
    return new MarketplaceException(ProblemCode.NOT_FOUND, "There is no key of this identifier.");
  }
}
