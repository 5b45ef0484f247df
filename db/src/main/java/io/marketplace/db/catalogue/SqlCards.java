package io.marketplace.db.catalogue;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.Cards;
import io.marketplace.model.catalogue.Figure;
import io.marketplace.model.catalogue.Modality;
import io.marketplace.model.catalogue.ModelCard;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The rows of {@code model_card} and {@code card_figure}. */
@Singleton
public final class SqlCards implements Cards {

  private static final String SAVE =
      """
      insert into model_card as c (slug, tier, name, vendor, architecture, total_params_b,
        active_params_b, context_tokens, licence, licence_url, modalities, key_strength, retires_on,
        successor, input_nano_per_million, cached_input_nano_per_million, output_nano_per_million,
        price_source, notes, source, version)
      values (?, ?, ?, ?, ?, ?::numeric, ?::numeric, ?::int, ?, ?, ?, ?, ?::date, ?, ?::bigint,
        ?::bigint, ?::bigint, ?, ?, ?, ?)
      on conflict (slug) do update set tier = excluded.tier, name = excluded.name,
        vendor = excluded.vendor, architecture = excluded.architecture,
        total_params_b = excluded.total_params_b, active_params_b = excluded.active_params_b,
        context_tokens = excluded.context_tokens, licence = excluded.licence,
        licence_url = excluded.licence_url, modalities = excluded.modalities,
        key_strength = excluded.key_strength, retires_on = excluded.retires_on,
        successor = excluded.successor, input_nano_per_million = excluded.input_nano_per_million,
        cached_input_nano_per_million = excluded.cached_input_nano_per_million,
        output_nano_per_million = excluded.output_nano_per_million,
        price_source = excluded.price_source, notes = excluded.notes, source = excluded.source,
        version = excluded.version, updated_at = now()
      where c.version = excluded.version - 1
      """;

  private final Sql sql;

  /** Speaks through {@code sql}. */
  @Inject
  public SqlCards(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<ModelCard> find(CardSlug slug) {
    return CardRows.read(sql, List.of(slug.value())).stream().findFirst();
  }

  @Override
  public void save(ModelCard card) {
    String slug = card.slug().value();
    int saved =
        sql.change(
            SAVE,
            slug,
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
            card.successor().map(CardSlug::value),
            card.inputPerMillion().map(NanoUsd::value),
            card.cachedInputPerMillion().map(NanoUsd::value),
            card.outputPerMillion().map(NanoUsd::value),
            card.priceSource(),
            card.notes(),
            card.source(),
            card.version());
    if (saved != 1) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT, "The card was changed meanwhile. Load it again.");
    }
    sql.change("delete from card_figure where card_slug = ?", slug);
    for (Figure figure : card.figures()) {
      sql.change(
          "insert into card_figure (card_slug, benchmark, value, unit, source) values (?, ?, ?, ?, ?)",
          slug,
          figure.benchmark(),
          figure.value(),
          figure.unit(),
          figure.source());
    }
  }
}
