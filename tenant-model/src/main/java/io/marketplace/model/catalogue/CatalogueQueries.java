package io.marketplace.model.catalogue;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * Reads the catalogue. Everybody who has signed in may; what was measured is in the actor's scope.
 */
public interface CatalogueQueries {

  /** The six tiers in their order. */
  List<TierView> tiers(Actor actor);

  /** The cards that match {@code filter}. */
  CardList cards(Actor actor, CardFilter filter, PageRequest page);

  /**
   * The cards that match {@code filter}, by their published figures; the filter's own order counts
   * for nothing here.
   *
   * @param benchmark what to order by; one that no card has a figure of counts as none, and then
   *     the most published one orders. A higher figure stands higher.
   */
  Leaderboard leaderboard(
      Actor actor, CardFilter filter, Optional<String> benchmark, PageRequest page);

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

  /**
   * The names of all models in the catalogue and, of those with a card, the names under which pools
   * serve them; ordered, without repetitions.
   */
  List<KnownName> names(Actor actor);
}
