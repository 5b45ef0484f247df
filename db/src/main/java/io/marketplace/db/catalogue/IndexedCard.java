package io.marketplace.db.catalogue;

import io.marketplace.model.catalogue.Modality;
import io.marketplace.model.catalogue.Tier;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a card is filtered and sorted by.
 *
 * @param slug the slug
 * @param tier the tier
 * @param name the name
 * @param words name, vendor, key strength and slug, in lower case
 * @param modalities the modalities
 * @param licence the licence
 * @param context the context, in tokens
 * @param params active parameters, else all of them, in thousand millions
 * @param input price of a million input tokens, in nano-dollars
 * @param output price of a million output tokens, in nano-dollars
 * @param regions where pools serve it
 * @param jurisdictions of the providers that serve it
 * @param access whether the actor has access to its tier
 */
record IndexedCard(
    String slug,
    Tier tier,
    String name,
    String words,
    Set<Modality> modalities,
    Optional<String> licence,
    Optional<Long> context,
    Optional<Double> params,
    Optional<Long> input,
    Optional<Long> output,
    Set<String> regions,
    Set<String> jurisdictions,
    boolean access) {

  IndexedCard {
    words = words.toLowerCase(Locale.ROOT);
  }
}
