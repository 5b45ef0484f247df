package io.marketplace.ui.catalogue;

import com.vaadin.flow.router.QueryParameters;
import io.marketplace.model.catalogue.CardFilter;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.CardSort;
import io.marketplace.model.catalogue.Modality;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.problem.MarketplaceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue's filters as they stand in its address, so that a filtered catalogue can be sent to
 * a colleague. What an address holds that no filter knows is passed over.
 *
 * @param filter the filters and the order
 * @param picked the models to compare, at most {@value #MOST_COMPARED}
 * @param board whether the models stand in a leaderboard rather than in boxes
 * @param benchmark what the leaderboard is ordered by; empty: the most published one
 */
record CatalogueAddress(
    CardFilter filter, List<CardSlug> picked, boolean board, Optional<String> benchmark) {

  static final int MOST_COMPARED = 4;
  static final String TIER = "tier";
  static final String MODALITY = "modality";
  static final String LICENCE = "licence";
  static final String REGION = "region";
  static final String JURISDICTION = "jurisdiction";
  static final String CONTEXT = "context";
  static final String ACCESS = "access";
  static final String SORT = "sort";
  static final String TEXT = "q";
  static final String COMPARE = "compare";
  static final String VIEW = "view";
  static final String BENCHMARK = "by";
  static final String LEADERBOARD = "leaderboard";

  private static final int LONGEST_TEXT = 120;
  private static final int MOST_VALUES = 40;

  CatalogueAddress {
    picked = List.copyOf(picked);
  }

  /** Reads an address's parameters. */
  static CatalogueAddress of(QueryParameters query) {
    Map<String, List<String>> given = query.getParameters();
    CardFilter filter =
        new CardFilter(
            known(given, TIER, Tier::of),
            known(given, MODALITY, Modality::of),
            known(given, LICENCE, CatalogueAddress::bounded),
            context(given),
            known(given, REGION, CatalogueAddress::bounded),
            known(given, JURISDICTION, CatalogueAddress::bounded),
            first(given, ACCESS).isPresent(),
            first(given, TEXT).map(String::strip).flatMap(CatalogueAddress::bounded),
            first(given, SORT).flatMap(CatalogueAddress::sort).orElse(CardSort.TIER));
    List<CardSlug> picked =
        first(given, COMPARE).stream()
            .flatMap(slugs -> Arrays.stream(slugs.split(",")))
            .flatMap(slug -> slug(slug).stream())
            .distinct()
            .limit(MOST_COMPARED)
            .toList();
    return new CatalogueAddress(
        filter,
        picked,
        first(given, VIEW).filter(LEADERBOARD::equals).isPresent(),
        first(given, BENCHMARK).flatMap(CatalogueAddress::bounded));
  }

  /** The parameters that lead back to these filters. */
  QueryParameters query() {
    Map<String, List<String>> query = new LinkedHashMap<>();
    put(query, TIER, filter.tiers().stream().map(Tier::code).sorted().toList());
    put(query, MODALITY, filter.modalities().stream().map(Modality::code).sorted().toList());
    put(query, LICENCE, filter.licences().stream().sorted().toList());
    put(query, REGION, filter.regions().stream().sorted().toList());
    put(query, JURISDICTION, filter.jurisdictions().stream().sorted().toList());
    put(query, CONTEXT, filter.minContext().stream().map(String::valueOf).toList());
    put(query, ACCESS, filter.accessOnly() ? List.of("1") : List.of());
    put(query, TEXT, filter.text().stream().toList());
    put(query, SORT, filter.sort() == CardSort.TIER ? List.of() : List.of(filter.sort().code()));
    String slugs = picked.stream().map(CardSlug::value).collect(Collectors.joining(","));
    put(query, COMPARE, slugs.isEmpty() ? List.of() : List.of(slugs));
    put(query, VIEW, board ? List.of(LEADERBOARD) : List.of());
    put(query, BENCHMARK, benchmark.stream().toList());
    return new QueryParameters(query);
  }

  /** The same address with {@code name} set to {@code values}. */
  CatalogueAddress with(String name, List<String> values) {
    Map<String, List<String>> query = new LinkedHashMap<>(query().getParameters());
    query.remove(name);
    put(query, name, values);
    return of(new QueryParameters(query));
  }

  /** The same address with {@code value} among those of {@code name}, or not. */
  CatalogueAddress toggled(String name, String value, boolean on) {
    Set<String> values = new LinkedHashSet<>(values(name));
    if (on) {
      values.add(value);
    } else {
      values.remove(value);
    }
    return with(name, List.copyOf(values));
  }

  /** The same filters with other models to compare. */
  CatalogueAddress comparing(List<CardSlug> slugs) {
    return new CatalogueAddress(filter, slugs, board, benchmark);
  }

  /** The address as a link's target. */
  String href() {
    String text = query().getQueryString();
    return text.isEmpty() ? "catalogue" : "catalogue?" + text;
  }

  /** Whether {@code value} is set for {@code name}. */
  boolean has(String name, String value) {
    return values(name).contains(value);
  }

  /** How many filters narrow the list. */
  int narrowing() {
    Map<String, List<String>> query = new LinkedHashMap<>(query().getParameters());
    query.keySet().removeAll(Set.of(SORT, COMPARE, VIEW, BENCHMARK));
    return query.values().stream().mapToInt(List::size).sum();
  }

  private List<String> values(String name) {
    return query().getParameters().getOrDefault(name, List.of());
  }

  private static void put(Map<String, List<String>> query, String name, List<String> values) {
    if (!values.isEmpty()) {
      query.put(name, new ArrayList<>(values));
    }
  }

  private static Optional<String> first(Map<String, List<String>> given, String name) {
    return given.getOrDefault(name, List.of()).stream().findFirst();
  }

  private static <T> Set<T> known(
      Map<String, List<String>> given, String name, Function<String, Optional<T>> read) {
    return given.getOrDefault(name, List.of()).stream()
        .limit(MOST_VALUES)
        .flatMap(value -> read.apply(value).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<String> bounded(String text) {
    return text.isBlank() || text.length() > LONGEST_TEXT ? Optional.empty() : Optional.of(text);
  }

  private static Optional<Integer> context(Map<String, List<String>> given) {
    return first(given, CONTEXT)
        .filter(text -> text.matches("[1-9][0-9]{0,8}"))
        .map(Integer::valueOf);
  }

  private static Optional<CardSort> sort(String code) {
    return Arrays.stream(CardSort.values()).filter(sort -> sort.code().equals(code)).findFirst();
  }

  private static Optional<CardSlug> slug(String text) {
    try {
      return Optional.of(CardSlug.parse(text));
    } catch (MarketplaceException e) {
      return Optional.empty();
    }
  }
}
