package io.marketplace.model.keys;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;

/**
 * Reads keys. A mere developer sees those of the own teams' applications; approvers, finance
 * readers and auditors see their whole scope. Secrets are not kept and so cannot be read.
 */
public interface KeyQueries {

  /** Keys the actor sees, newest first. */
  Page<KeyView> keys(Actor actor, KeyFilter filter, PageRequest page);

  /** A key; {@code not_found} if the actor sees none of that identifier. */
  KeyView key(Actor actor, KeyId id);
}
