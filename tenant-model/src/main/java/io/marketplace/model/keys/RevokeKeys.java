package io.marketplace.model.keys;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends all live keys that a filter finds, in two steps: a look at what it finds, then the same
 * filter with the token of that look. What was seen is what is revoked, or nothing.
 */
@Singleton
public final class RevokeKeys {

  /** The most keys that end at once; more are a mistake, or are ended in several steps. */
  public static final int MOST = 1_000;

  private final Work work;
  private final KeyQueries queries;
  private final VirtualKeys keys;
  private final KeyDesk desk;

  /** Looks in {@code queries}, ends keys of {@code keys}. */
  @Inject
  public RevokeKeys(Work work, KeyQueries queries, VirtualKeys keys, KeyDesk desk) {
    this.work = work;
    this.queries = queries;
    this.keys = keys;
    this.desk = desk;
  }

  /**
   * What would end, newest first; changes nothing.
   *
   * @throws MarketplaceException {@code invalid_request_error} for a filter that does not narrow or
   *     finds more than {@link #MOST} keys; {@code not_found} for another's application or team is
   *     not told from one without keys
   */
  public Sighting look(Actor actor, KeyFilter filter) {
    List<KeyView> found = queries.revocable(actor, live(filter), MOST + 1);
    requireFew(found);
    return new Sighting(found, Sighting.token(found.stream().map(KeyView::id).toList()));
  }

  /**
   * Ends them.
   *
   * @param token of the {@link Sighting} that was looked at
   * @param reason up to 500 characters, may be null
   * @return the keys that were ended
   * @throws MarketplaceException as {@link #look}; {@code conflict} if the filter finds other keys
   *     than it did then: nothing is ended
   */
  public List<KeyId> revoke(Actor actor, KeyFilter filter, String token, @Nullable String reason) {
    String goodReason = Input.text("reason", reason, 500);
    KeyFilter live = live(filter);
    return work.in(
        actor.scope(),
        () -> {
          // all locked before the first is written down: nobody can come in between
          List<VirtualKey> found = keys.lockRevocable(actor, live, MOST + 1);
          requireFew(found);
          List<KeyId> ids = found.stream().map(VirtualKey::id).toList();
          if (!Sighting.token(ids).equals(token)) {
            throw new MarketplaceException(
                ProblemCode.CONFLICT,
                "The filter finds other keys than when you looked. Look again, then revoke.",
                "token");
          }
          for (VirtualKey key : found) {
            Facts before = key.facts();
            key.revoke(goodReason, desk.now());
            desk.record(actor, key, "key.revoked", before, key.facts());
          }
          return ids;
        });
  }

  private static KeyFilter live(KeyFilter filter) {
    if (!filter.narrows()) {
      throw Input.invalid("filter", "filter must name something to narrow by.");
    }
    return filter.in(KeyFilter.LIVE);
  }

  private static void requireFew(Collection<?> found) {
    if (found.size() > MOST) {
      throw Input.invalid(
          "filter", "filter finds more than " + MOST + " keys; narrow it, or go in steps.");
    }
  }
}
