package io.marketplace.api.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marketplace.api.json.ExpectedVersion;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.Figure;
import io.marketplace.model.catalogue.Modality;
import io.marketplace.model.catalogue.ModelCard;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A card as it is to be. What an answer holds besides is passed over, so that a card that was read
 * can be sent back.
 *
 * @param version the version the edit was made on, 0 for a new card
 */
@JsonIgnoreProperties({"id", "pools", "served", "access"})
public record CardForm(
    String tier,
    String name,
    @Nullable String vendor,
    @Nullable String architecture,
    @Nullable BigDecimal totalParamsB,
    @Nullable BigDecimal activeParamsB,
    @Nullable Integer contextTokens,
    @Nullable String licence,
    @Nullable String licenceUrl,
    @Nullable List<String> modalities,
    @Nullable String keyStrength,
    @Nullable LocalDate retiresOn,
    @Nullable String successor,
    @Nullable NanoUsd inputUsdPerMillion,
    @Nullable NanoUsd cachedInputUsdPerMillion,
    @Nullable NanoUsd outputUsdPerMillion,
    @Nullable String priceSource,
    @Nullable String notes,
    @Nullable String source,
    @Nullable List<Figure> figures,
    @Nullable Integer version) {

  ModelCard card(CardSlug slug, @Nullable String ifMatch) {
    return new ModelCard(
        slug,
        Tier.parse("tier", tier),
        name,
        Optional.ofNullable(vendor),
        Optional.ofNullable(architecture),
        Optional.ofNullable(totalParamsB),
        Optional.ofNullable(activeParamsB),
        Optional.ofNullable(contextTokens),
        Optional.ofNullable(licence),
        Optional.ofNullable(licenceUrl),
        readModalities(),
        Optional.ofNullable(keyStrength),
        Optional.ofNullable(retiresOn),
        Optional.ofNullable(successor).map(text -> CardSlug.parse("successor", text)),
        Optional.ofNullable(inputUsdPerMillion),
        Optional.ofNullable(cachedInputUsdPerMillion),
        Optional.ofNullable(outputUsdPerMillion),
        Optional.ofNullable(priceSource),
        Optional.ofNullable(notes),
        Optional.ofNullable(source),
        figures == null ? List.of() : figures,
        ExpectedVersion.of(ifMatch, version).orElse(0));
  }

  private Set<Modality> readModalities() {
    return modalities == null
        ? Set.of()
        : modalities.stream()
            .map(code -> Modality.parse("modalities", code))
            .collect(Collectors.toUnmodifiableSet());
  }
}
