package io.marketplace.model.keys;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * Reads keys. A mere developer sees those of the own teams' applications; approvers, finance
 * readers and auditors see their whole scope. Secrets are not kept and so cannot be read.
 */
public interface KeyQueries {

  /** Keys the actor sees, newest first. */
  Page<KeyView> keys(Actor actor, KeyFilter filter, PageRequest page);

  /** A key; {@code not_found} if the actor sees none of that identifier. */
  KeyView key(Actor actor, KeyId id);

  /** Keys the actor may act for, not merely see; newest first, at most {@code limit}. */
  List<KeyView> revocable(Actor actor, KeyFilter filter, int limit);

  /** Whose secret that hash is of; empty if the actor sees no such key. */
  Optional<SecretHolder> holder(Actor actor, KeyHash hash);
}
