package io.marketplace.db.catalogue;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.catalogue.CardFilter;
import io.marketplace.model.catalogue.CardList;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.CardSort;
import io.marketplace.model.catalogue.CardView;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.catalogue.KnownName;
import io.marketplace.model.catalogue.Leaderboard;
import io.marketplace.model.catalogue.ModelCard;
import io.marketplace.model.catalogue.ServingPool;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.catalogue.TierView;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the catalogue. */
@Singleton
public final class SqlCatalogueQueries implements CatalogueQueries {

  private static final int MAX_COMPARED = 4;

  private static final String INDEX =
      """
      select c.slug, c.tier, c.name,
        concat_ws(' ', c.slug, c.name, c.vendor, c.key_strength), c.modalities, c.licence,
        c.context_tokens::bigint, coalesce(c.active_params_b, c.total_params_b)::double precision,
        c.input_nano_per_million, c.output_nano_per_million,
        array(select distinct p.region from pool_model m
          join pool p on p.id = m.pool_id and p.archived_at is null
          where m.card_slug = c.slug and m.withdrawn_at is null and p.region is not null),
        array(select distinct v.jurisdiction from pool_model m
          join pool p on p.id = m.pool_id and p.archived_at is null
          join provider v on v.id = p.provider_id
          where m.card_slug = c.slug and m.withdrawn_at is null)
      from model_card c
      """;

  private static final String NAMES =
      """
      select name, slug, tier from model_card
      union select slug, slug, tier from model_card
      union select m.name, c.slug, c.tier from pool_model m
        join pool p on p.id = m.pool_id and p.archived_at is null
        join model_card c on c.slug = m.card_slug
        where m.withdrawn_at is null
      order by 1, 2
      """;

  private final Work work;
  private final Sql sql;

  /** Reads within {@code work}. */
  @Inject
  public SqlCatalogueQueries(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  @Override
  public List<TierView> tiers(Actor actor) {
    return work.in(actor.scope(), () -> TierRows.read(sql, Sight.of(actor)));
  }

  @Override
  public CardList cards(Actor actor, CardFilter filter, PageRequest page) {
    return work.in(
        actor.scope(),
        () -> {
          Set<Tier> access = TierRows.access(sql, Sight.of(actor));
          CardSelection selection =
              new CardSelection(sql.list(INDEX, row -> indexed(row, access)), filter);
          List<String> slugs = selection.slugs();
          int from = Math.min(page.offset(), slugs.size());
          int to = Math.min(from + page.limit(), slugs.size());
          List<CardView> views = views(slugs.subList(from, to), access);
          return new CardList(
              new Page<>(views, to < slugs.size()), slugs.size(), selection.facets());
        });
  }

  @Override
  public Leaderboard leaderboard(
      Actor actor, CardFilter filter, Optional<String> benchmark, PageRequest page) {
    return work.in(
        actor.scope(),
        () -> {
          Set<Tier> access = TierRows.access(sql, Sight.of(actor));
          CardSelection selection =
              new CardSelection(
                  sql.list(INDEX, row -> indexed(row, access)), filter.by(CardSort.NAME));
          List<String> matching = selection.slugs();
          FigureOrder figures = new FigureOrder(sql, matching);
          List<String> benchmarks = figures.benchmarks();
          Optional<String> by =
              benchmark.filter(benchmarks::contains).or(() -> benchmarks.stream().findFirst());
          List<String> slugs = figures.measured(matching, by);
          int from = Math.min(page.offset(), slugs.size());
          int to = Math.min(from + page.limit(), slugs.size());
          return new Leaderboard(
              benchmarks,
              by,
              new Page<>(views(slugs.subList(from, to), access), to < slugs.size()),
              slugs.size(),
              matching.size() - slugs.size(),
              selection.facets());
        });
  }

  @Override
  public CardView card(Actor actor, CardSlug slug) {
    return read(actor, List.of(slug)).getFirst();
  }

  @Override
  public List<CardView> compare(Actor actor, List<CardSlug> slugs) {
    List<CardSlug> each = slugs.stream().distinct().toList();
    if (each.isEmpty() || each.size() > MAX_COMPARED) {
      throw Input.invalid("models", "models must name one to four cards.");
    }
    return read(actor, each);
  }

  @Override
  public List<KnownName> names(Actor actor) {
    return work.in(
        actor.scope(),
        () ->
            sql.list(
                NAMES,
                row ->
                    new KnownName(
                        row.text(1), new CardSlug(row.text(2)), CardRows.tier(row.text(3)))));
  }

  private List<CardView> read(Actor actor, List<CardSlug> slugs) {
    List<CardView> found =
        work.in(
            actor.scope(),
            () ->
                views(
                    slugs.stream().map(CardSlug::value).toList(),
                    TierRows.access(sql, Sight.of(actor))));
    if (found.size() != slugs.size()) {
      throw new MarketplaceException(ProblemCode.NOT_FOUND, "No model has this name.");
    }
    return found;
  }

  private List<CardView> views(List<String> slugs, Set<Tier> access) {
    List<ModelCard> cards = CardRows.read(sql, slugs);
    Map<String, List<ServingPool>> pools = Serving.of(sql, slugs);
    Map<String, String> names = new HashMap<>();
    List<String> successors =
        cards.stream().flatMap(card -> card.successor().stream()).map(CardSlug::value).toList();
    sql.each(
        "select slug, name from model_card where slug = any(?)",
        row -> names.put(row.text(1), row.text(2)),
        successors);
    return cards.stream()
        .map(
            card ->
                new CardView(
                    card,
                    pools.getOrDefault(card.slug().value(), List.of()),
                    access.contains(card.tier()),
                    card.successor().flatMap(slug -> Optional.ofNullable(names.get(slug.value())))))
        .toList();
  }

  private static IndexedCard indexed(Row row, Set<Tier> access) {
    Tier tier = CardRows.tier(row.text(2));
    return new IndexedCard(
        row.text(1),
        tier,
        row.text(3),
        row.text(4),
        CardRows.modalities(row.texts(5)),
        row.optionalText(6),
        row.optionalNumber(7),
        row.optionalDecimal(8),
        row.optionalNumber(9),
        row.optionalNumber(10),
        Set.copyOf(row.texts(11)),
        Set.copyOf(row.texts(12)),
        access.contains(tier));
  }
}
