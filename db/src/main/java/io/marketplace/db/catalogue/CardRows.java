package io.marketplace.db.catalogue;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.Figure;
import io.marketplace.model.catalogue.Modality;
import io.marketplace.model.catalogue.ModelCard;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads cards together with their figures. */
final class CardRows {

  private static final String CARDS =
      """
      select slug, tier, name, vendor, architecture, total_params_b, active_params_b,
        context_tokens::bigint, licence, licence_url, modalities, key_strength, retires_on, successor,
        input_nano_per_million, cached_input_nano_per_million, output_nano_per_million,
        price_source, notes, source, version::bigint
      from model_card where slug = any(?)
      """;

  private static final String FIGURES =
      """
      select card_slug, benchmark, value, unit, source from card_figure
      where card_slug = any(?) order by card_slug, benchmark, source
      """;

  private record Published(String slug, Figure figure) {}

  private CardRows() {}

  /** The cards of these slugs, in their order; unknown ones are left out. */
  static List<ModelCard> read(Sql sql, List<String> slugs) {
    Map<String, List<Figure>> figures = new HashMap<>();
    for (Published found : sql.list(FIGURES, CardRows::figure, slugs)) {
      figures.computeIfAbsent(found.slug(), slug -> new ArrayList<>()).add(found.figure());
    }
    Map<String, ModelCard> cards = new LinkedHashMap<>();
    for (ModelCard card : sql.list(CARDS, row -> card(row, figures), slugs)) {
      cards.put(card.slug().value(), card);
    }
    return slugs.stream()
        .map(cards::get)
        .flatMap(card -> Optional.ofNullable(card).stream())
        .toList();
  }

  private static Published figure(Row row) {
    return new Published(
        row.text(1), new Figure(row.text(2), row.exact(3), row.optionalText(4), row.text(5)));
  }

  private static ModelCard card(Row row, Map<String, List<Figure>> figures) {
    return new ModelCard(
        new CardSlug(row.text(1)),
        tier(row.text(2)),
        row.text(3),
        row.optionalText(4),
        row.optionalText(5),
        row.optionalExact(6),
        row.optionalExact(7),
        row.optionalNumber(8).map(Long::intValue),
        row.optionalText(9),
        row.optionalText(10),
        modalities(row.texts(11)),
        row.optionalText(12),
        row.optionalDay(13),
        row.optionalText(14).map(CardSlug::new),
        row.optionalNumber(15).map(NanoUsd::new),
        row.optionalNumber(16).map(NanoUsd::new),
        row.optionalNumber(17).map(NanoUsd::new),
        row.optionalText(18),
        row.optionalText(19),
        row.optionalText(20),
        figures.getOrDefault(row.text(1), List.of()),
        (int) row.number(21));
  }

  static Tier tier(String code) {
    return Tier.of(code).orElseThrow(() -> new IllegalStateException("no such tier: " + code));
  }

  static Set<Modality> modalities(List<String> codes) {
    Set<Modality> modalities = EnumSet.noneOf(Modality.class);
    codes.forEach(code -> Modality.of(code).ifPresent(modalities::add));
    return modalities;
  }
}
