package io.marketplace.model.catalogue;

import java.util.Optional;
import java.util.Set;

/**
 * Which cards are wanted. Options of one set are joined by "or", the sets by "and"; an empty set
 * asks for nothing.
 *
 * @param tiers tiers
 * @param modalities modalities, any of which the model must have
 * @param licences names of licences
 * @param minContext the least context, in tokens
 * @param regions regions in which a pool serves the model
 * @param jurisdictions jurisdictions of a provider that serves the model
 * @param accessOnly only cards of tiers that the actor's applications hold a grant for
 * @param text words that name, vendor, key strength or slug must contain, whatever their case
 * @param sort the order
 */
public record CardFilter(
    Set<Tier> tiers,
    Set<Modality> modalities,
    Set<String> licences,
    Optional<Integer> minContext,
    Set<String> regions,
    Set<String> jurisdictions,
    boolean accessOnly,
    Optional<String> text,
    CardSort sort) {

  /** Every card, by tier and name. */
  public static final CardFilter ALL =
      new CardFilter(
          Set.of(),
          Set.of(),
          Set.of(),
          Optional.empty(),
          Set.of(),
          Set.of(),
          false,
          Optional.empty(),
          CardSort.TIER);

  /** Copies the sets. */
  public CardFilter {
    tiers = Set.copyOf(tiers);
    modalities = Set.copyOf(modalities);
    licences = Set.copyOf(licences);
    regions = Set.copyOf(regions);
    jurisdictions = Set.copyOf(jurisdictions);
  }

  /** The same filter in another order. */
  public CardFilter by(CardSort order) {
    return new CardFilter(
        tiers, modalities, licences, minContext, regions, jurisdictions, accessOnly, text, order);
  }
}
