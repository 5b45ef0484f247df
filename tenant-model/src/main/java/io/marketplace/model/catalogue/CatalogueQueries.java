package io.marketplace.model.catalogue;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.PageRequest;
import java.util.List;

/**
 * Reads the catalogue. Everybody who has signed in may; what was measured is in the actor's scope.
 */
public interface CatalogueQueries {

  /** The six tiers in their order. */
  List<TierView> tiers(Actor actor);

  /** The cards that match {@code filter}. */
  CardList cards(Actor actor, CardFilter filter, PageRequest page);

  /**
   * One card.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}
   */
  CardView card(Actor actor, CardSlug slug);

  /**
   * One to four cards side by side, in the order asked for.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found} if one is unknown,
   *     {@code invalid_request_error} if none or more than four are asked for
   */
  List<CardView> compare(Actor actor, List<CardSlug> slugs);
}
