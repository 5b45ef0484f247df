package io.marketplace.db.catalogue;

import io.marketplace.model.catalogue.CardFilter;
import io.marketplace.model.catalogue.CardSort;
import io.marketplace.model.catalogue.Facets;
import io.marketplace.model.catalogue.Modality;
import io.marketplace.model.catalogue.Tier;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Filters, sorts and counts cards in memory: a catalogue has hundreds of cards, and the counts
 * beside each option need all of them anyway.
 */
final class CardSelection {

  private enum Part {
    TIER,
    MODALITY,
    LICENCE,
    REGION,
    JURISDICTION,
    ACCESS,
    REST
  }

  private final List<IndexedCard> cards;
  private final Map<Part, Predicate<IndexedCard>> parts = new EnumMap<>(Part.class);
  private final CardSort sort;

  CardSelection(List<IndexedCard> cards, CardFilter filter) {
    this.cards = cards;
    this.sort = filter.sort();
    parts.put(Part.TIER, card -> any(filter.tiers(), Set.of(card.tier())));
    parts.put(Part.MODALITY, card -> any(filter.modalities(), card.modalities()));
    parts.put(Part.LICENCE, card -> any(filter.licences(), set(card.licence())));
    parts.put(Part.REGION, card -> any(filter.regions(), card.regions()));
    parts.put(Part.JURISDICTION, card -> any(filter.jurisdictions(), card.jurisdictions()));
    parts.put(Part.ACCESS, card -> !filter.accessOnly() || card.access());
    List<String> words =
        filter
            .text()
            .map(text -> List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+")))
            .orElse(List.of());
    parts.put(
        Part.REST,
        card ->
            words.stream().allMatch(card.words()::contains)
                && filter
                    .minContext()
                    .map(least -> card.context().orElse(0L) >= least)
                    .orElse(true));
  }

  private static <T> boolean any(Set<T> wanted, Set<T> values) {
    return wanted.isEmpty() || wanted.stream().anyMatch(values::contains);
  }

  private static <T> Set<T> set(Optional<T> value) {
    return value.map(Set::of).orElse(Set.of());
  }

  /** The slugs of the cards that match, in order. */
  List<String> slugs() {
    return cards.stream()
        .filter(card -> parts.values().stream().allMatch(part -> part.test(card)))
        .sorted(order())
        .map(IndexedCard::slug)
        .toList();
  }

  /**
   * Of each option, how many cards it would show, all other parts of the filter being as they are.
   */
  Facets facets() {
    return new Facets(
        options(Part.TIER, card -> Set.of(card.tier().code()), codes(Tier.values(), Tier::code)),
        options(
            Part.MODALITY,
            card -> card.modalities().stream().map(Modality::code).toList(),
            codes(Modality.values(), Modality::code)),
        options(Part.LICENCE, card -> set(card.licence()), List.of()),
        options(Part.REGION, IndexedCard::regions, List.of()),
        options(Part.JURISDICTION, IndexedCard::jurisdictions, List.of()),
        cards.stream().filter(except(Part.ACCESS)).filter(IndexedCard::access).count());
  }

  private static <E> List<String> codes(E[] values, Function<E, String> code) {
    return List.of(values).stream().map(code).toList();
  }

  private List<Facets.Option> options(
      Part part, Function<IndexedCard, Collection<String>> values, List<String> order) {
    Map<String, Long> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    // an option that shows nothing now is still there, with its zero
    cards.forEach(card -> values.apply(card).forEach(value -> counts.putIfAbsent(value, 0L)));
    cards.stream()
        .filter(except(part))
        .forEach(card -> values.apply(card).forEach(value -> counts.merge(value, 1L, Long::sum)));
    return counts.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> order.indexOf(entry.getKey())))
        .map(entry -> new Facets.Option(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Predicate<IndexedCard> except(Part left) {
    return card ->
        parts.entrySet().stream()
            .allMatch(part -> part.getKey() == left || part.getValue().test(card));
  }

  private Comparator<IndexedCard> order() {
    Comparator<IndexedCard> byName =
        Comparator.comparing((IndexedCard card) -> card.name().toLowerCase(Locale.ROOT))
            .thenComparing(IndexedCard::slug);
    return switch (sort) {
      case TIER -> Comparator.comparing(IndexedCard::tier).thenComparing(byName);
      case NAME -> byName;
      case CONTEXT -> last(IndexedCard::context, Comparator.reverseOrder()).thenComparing(byName);
      case INPUT_PRICE -> last(IndexedCard::input, Comparator.naturalOrder()).thenComparing(byName);
      case OUTPUT_PRICE ->
          last(IndexedCard::output, Comparator.naturalOrder()).thenComparing(byName);
      case PARAMETERS -> last(IndexedCard::params, Comparator.reverseOrder()).thenComparing(byName);
    };
  }

  private static <T> Comparator<IndexedCard> last(
      Function<IndexedCard, Optional<T>> value, Comparator<T> order) {
    return (one, other) -> {
      Optional<T> mine = value.apply(one);
      Optional<T> its = value.apply(other);
      if (mine.isPresent() && its.isPresent()) {
        return order.compare(mine.get(), its.get());
      }
      return Boolean.compare(mine.isEmpty(), its.isEmpty());
    };
  }
}
