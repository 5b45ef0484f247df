package io.marketplace.model.access;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;

/**
 * Reads requests and grants. A mere developer sees those of the own teams' applications and what it
 * asked for; approvers, finance readers and auditors see their whole scope. Drafts are seen by
 * their author alone.
 */
public interface AccessQueries {

  /** Requests the actor sees, newest first, each with its history. */
  Page<RequestView> requests(Actor actor, RequestFilter filter, PageRequest page);

  /** A request; {@code not_found} if the actor sees none of that identifier. */
  RequestView request(Actor actor, RequestId id);

  /** Grants the actor sees, newest first. */
  Page<GrantView> grants(Actor actor, GrantFilter filter, PageRequest page);

  /** A grant; {@code not_found} if the actor sees none of that identifier. */
  GrantView grant(Actor actor, GrantId id);

  /** What waits for the actor. */
  InboxCounts counts(Actor actor);
}
