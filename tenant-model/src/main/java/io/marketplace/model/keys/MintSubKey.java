package io.marketplace.model.keys;

import io.marketplace.model.access.AccessGrants;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Mints a key from a key, for one agent or customer of its application. The sub-key reaches nothing
 * that its parent does not, and stops with it: revoked, suspended and expired parents stop their
 * sub-keys at once. Sub-keys have no sub-keys of their own.
 */
@Singleton
public final class MintSubKey {

  private final Work work;
  private final AccessGrants grants;
  private final KeyDesk desk;

  /** Looks at {@code grants}, finds and keeps keys at {@code desk}. */
  @Inject
  public MintSubKey(Work work, AccessGrants grants, KeyDesk desk) {
    this.work = work;
    this.grants = grants;
    this.desk = desk;
  }

  /**
   * Mints it.
   *
   * @return the sub-key and its secret, which is told only here
   * @throws MarketplaceException {@code not_found} or {@code forbidden} for a parent the actor may
   *     not act for; {@code conflict} for one that works no more, is suspended or is a sub-key
   *     itself; {@code invalid_request_error} naming the part in which the wish reaches further
   *     than the parent
   */
  public IssuedKey mint(Actor actor, KeyId parentId, SubKeyWish wish) {
    return work.in(
        actor.scope(),
        () -> {
          // locked, so that it cannot be revoked or narrowed in between
          VirtualKey parent = desk.take(actor, parentId);
          Instant now = desk.now();
          parent.requireActive(now);
          if (parent.parent().isPresent()) {
            throw new MarketplaceException(
                ProblemCode.CONFLICT, "A sub-key cannot have sub-keys; use its parent.");
          }
          KeyScope scope = wish.over(parent.scope());
          scope
              .widerThan(parent.scope())
              .ifPresent(
                  part -> {
                    throw Input.invalid(part, part + " must not reach further than the parent's.");
                  });
          // suspended grants too: they may be resumed
          new GrantedTiers(grants.open(parent.application())).requireReach(scope);
          wish.expiresAt().ifPresent(moment -> requireEnd(moment, parent, now));
          KeyWish held =
              new KeyWish(
                  wish.name(),
                  scope,
                  wish.expiresAt(),
                  wish.attribution().within(parent.attribution()),
                  wish.budget());
          VirtualKey key = new VirtualKey(parent, held, actor.subject());
          desk.keep(key);
          KeySecret secret = desk.newSecret(key);
          desk.record(
              actor, key, "key.minted", Facts.NONE, key.facts().with("secret", secret.hint()));
          desk.setBudget(actor, key, held);
          return new IssuedKey(key.id(), secret);
        });
  }

  private static void requireEnd(Instant moment, VirtualKey parent, Instant now) {
    Input.future("expiresAt", moment, now);
    if (parent.expiresAt().filter(moment::isAfter).isPresent()) {
      throw Input.invalid("expiresAt", "expiresAt must not be later than the parent's.");
    }
  }
}
