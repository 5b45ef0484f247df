package io.marketplace.model.catalogue;

import java.util.Optional;

/** Keeps the cards of models; called inside a unit of work. */
public interface Cards {

  /** The card of that slug. */
  Optional<ModelCard> find(CardSlug slug);

  /**
   * Adds the card, or replaces the one whose version is one less.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code conflict} if it has another
   */
  void save(ModelCard card);
}
