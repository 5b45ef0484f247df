package io.marketplace.model.catalogue;

import java.util.List;

/**
 * How many cards each option of a filter would show, given the other filters that are set.
 *
 * @param tiers by tier's code
 * @param modalities by modality's code
 * @param licences by licence
 * @param regions by region
 * @param jurisdictions by jurisdiction
 * @param access cards of tiers the actor has access to
 */
public record Facets(
    List<Option> tiers,
    List<Option> modalities,
    List<Option> licences,
    List<Option> regions,
    List<Option> jurisdictions,
    long access) {

  /** Copies the lists. */
  public Facets {
    tiers = List.copyOf(tiers);
    modalities = List.copyOf(modalities);
    licences = List.copyOf(licences);
    regions = List.copyOf(regions);
    jurisdictions = List.copyOf(jurisdictions);
  }

  /**
   * One option.
   *
   * @param value the value to filter by
   * @param count how many cards it would show
   */
  public record Option(String value, long count) {}
}
