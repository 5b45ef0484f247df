package io.marketplace.model.audit;

import io.marketplace.model.kernel.Actor;
import java.util.Optional;

/**
 * Who is answerable for a change.
 *
 * @param subject the identity provider's {@code sub}, or {@code marketplace} for its own upkeep
 * @param name what to show
 * @param sourceIp where the request came from, if known
 */
public record Author(String subject, String name, Optional<String> sourceIp) {

  /** The marketplace itself: expiry and other upkeep that nobody asked for. */
  public static final Author UPKEEP = new Author("marketplace", "Marketplace", Optional.empty());

  /** The author that {@code actor} is. */
  public static Author of(Actor actor) {
    return new Author(actor.subject(), actor.name(), actor.sourceIp());
  }
}
