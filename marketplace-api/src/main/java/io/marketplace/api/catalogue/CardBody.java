package io.marketplace.api.catalogue;

import io.marketplace.model.catalogue.CardView;
import io.marketplace.model.catalogue.Figure;
import io.marketplace.model.catalogue.Modality;
import io.marketplace.model.catalogue.ModelCard;
import io.marketplace.model.catalogue.ServingPool;
import io.marketplace.model.kernel.NanoUsd;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A model's card. What nobody has published is absent rather than guessed.
 *
 * @param id the name in addresses
 * @param served whether a pool that is up serves it
 * @param access whether an application of the caller has an active grant for its tier
 */
public record CardBody(
    String id,
    String tier,
    String name,
    Optional<String> vendor,
    Optional<String> architecture,
    Optional<BigDecimal> totalParamsB,
    Optional<BigDecimal> activeParamsB,
    Optional<Integer> contextTokens,
    Optional<String> licence,
    Optional<String> licenceUrl,
    List<String> modalities,
    Optional<String> keyStrength,
    Optional<LocalDate> retiresOn,
    Optional<String> successor,
    Optional<NanoUsd> inputUsdPerMillion,
    Optional<NanoUsd> cachedInputUsdPerMillion,
    Optional<NanoUsd> outputUsdPerMillion,
    Optional<String> priceSource,
    Optional<String> notes,
    Optional<String> source,
    List<Figure> figures,
    List<PoolBody> pools,
    boolean served,
    boolean access,
    int version) {

  /** A pool that serves the model. */
  public record PoolBody(
      String pool,
      String provider,
      String jurisdiction,
      Optional<String> region,
      String model,
      Optional<Boolean> up,
      Optional<NanoUsd> promptUsdPerMillion,
      Optional<NanoUsd> completionUsdPerMillion) {

    static PoolBody of(ServingPool pool) {
      return new PoolBody(
          pool.pool(),
          pool.provider(),
          pool.jurisdiction(),
          pool.region(),
          pool.model(),
          pool.up(),
          pool.promptPerMillion(),
          pool.completionPerMillion());
    }
  }

  static CardBody of(CardView view) {
    ModelCard card = view.card();
    return new CardBody(
        card.slug().value(),
        card.tier().code(),
        card.name(),
        card.vendor(),
        card.architecture(),
        card.totalParamsB(),
        card.activeParamsB(),
        card.contextTokens(),
        card.licence(),
        card.licenceUrl(),
        card.modalities().stream().map(Modality::code).sorted().toList(),
        card.keyStrength(),
        card.retiresOn(),
        card.successor().map(Object::toString),
        card.inputPerMillion(),
        card.cachedInputPerMillion(),
        card.outputPerMillion(),
        card.priceSource(),
        card.notes(),
        card.source(),
        card.figures(),
        view.pools().stream().map(PoolBody::of).toList(),
        view.served(),
        view.access(),
        card.version());
  }
}
