package io.marketplace.model.catalogue;

import io.marketplace.model.kernel.NanoUsd;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about a model. What nobody has published is empty rather than guessed.
 *
 * @param slug the name in addresses
 * @param tier the tier it belongs to
 * @param name what to show
 * @param vendor who made it
 * @param architecture such as {@code MoE}
 * @param totalParamsB all parameters, in thousand millions
 * @param activeParamsB parameters used per token, in thousand millions
 * @param contextTokens the context, in tokens
 * @param licence the licence's name
 * @param licenceUrl where the licence stands
 * @param modalities what it reads and gives
 * @param keyStrength one sentence
 * @param retiresOn the day it is switched off
 * @param successor the card to move to then
 * @param inputPerMillion published price of a million input tokens
 * @param cachedInputPerMillion published price of a million cached input tokens
 * @param outputPerMillion published price of a million output tokens
 * @param priceSource where the prices were published
 * @param notes what else to know
 * @param source where the facts stand
 * @param figures published benchmark figures
 * @param version 0 as delivered, raised by every edit
 */
public record ModelCard(
    CardSlug slug,
    Tier tier,
    String name,
    Optional<String> vendor,
    Optional<String> architecture,
    Optional<BigDecimal> totalParamsB,
    Optional<BigDecimal> activeParamsB,
    Optional<Integer> contextTokens,
    Optional<String> licence,
    Optional<String> licenceUrl,
    Set<Modality> modalities,
    Optional<String> keyStrength,
    Optional<LocalDate> retiresOn,
    Optional<CardSlug> successor,
    Optional<NanoUsd> inputPerMillion,
    Optional<NanoUsd> cachedInputPerMillion,
    Optional<NanoUsd> outputPerMillion,
    Optional<String> priceSource,
    Optional<String> notes,
    Optional<String> source,
    List<Figure> figures,
    int version) {

  /** Copies the collections. */
  public ModelCard {
    modalities = Set.copyOf(modalities);
    figures = List.copyOf(figures);
  }
}
