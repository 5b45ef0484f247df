package io.marketplace.db.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.catalogue.CardFilter;
import io.marketplace.model.catalogue.CardSort;
import io.marketplace.model.catalogue.Facets.Option;
import io.marketplace.model.catalogue.Modality;
import io.marketplace.model.catalogue.Tier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CardSelectionTest {

  private static final List<IndexedCard> CARDS =
      List.of(
          card("deepseek", Tier.REASONING, "MIT", 128_000L, 550L, Set.of("EU"), true),
          card("phi", Tier.UTILITY, "MIT", 16_000L, null, Set.of(), false),
          card("gemma", Tier.UTILITY, "Gemma", null, 100L, Set.of("US", "EU"), false),
          card("llava", Tier.VISION, "Apache-2.0", 4_000L, 200L, Set.of(), false));

  @Test
  void withoutAFilterAllCardsComeByTierAndName() {
    assertThat(new CardSelection(CARDS, CardFilter.ALL).slugs())
        .containsExactly("deepseek", "gemma", "phi", "llava");
  }

  @Test
  void optionsOfOnePartAreJoinedByOrAndPartsByAnd() {
    assertThat(slugs(filter(Set.of(Tier.UTILITY, Tier.REASONING), Set.of("MIT"))))
        .containsExactly("deepseek", "phi");
  }

  @Test
  void cardsWithoutTheFactComeLast() {
    CardFilter byPrice =
        new CardFilter(
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            false,
            Optional.empty(),
            CardSort.INPUT_PRICE);

    assertThat(slugs(byPrice)).containsExactly("gemma", "llava", "deepseek", "phi");
  }

  @Test
  void countsAreGivenTheOtherPartsOfTheFilter() {
    var facets = new CardSelection(CARDS, filter(Set.of(Tier.UTILITY), Set.of())).facets();

    // the tier's own choice does not narrow its options
    assertThat(facets.tiers())
        .containsExactly(
            new Option("reasoning", 1), new Option("utility", 2), new Option("vision", 1));
    assertThat(facets.licences())
        .containsExactly(new Option("Apache-2.0", 0), new Option("Gemma", 1), new Option("MIT", 1));
    assertThat(facets.jurisdictions()).containsExactly(new Option("EU", 1), new Option("US", 1));
    assertThat(facets.access()).isZero();
  }

  @Test
  void wordsAccessContextAndPlacesNarrow() {
    assertThat(slugs(narrow(Optional.of("  PHI model "), false, Optional.empty(), Set.of())))
        .containsExactly("phi");
    assertThat(slugs(narrow(Optional.of("%"), false, Optional.empty(), Set.of()))).isEmpty();
    assertThat(slugs(narrow(Optional.empty(), true, Optional.empty(), Set.of())))
        .containsExactly("deepseek");
    assertThat(slugs(narrow(Optional.empty(), false, Optional.of(10_000), Set.of())))
        .containsExactly("deepseek", "phi");
    assertThat(slugs(narrow(Optional.empty(), false, Optional.empty(), Set.of("US"))))
        .containsExactly("gemma");
  }

  private static List<String> slugs(CardFilter filter) {
    return new CardSelection(CARDS, filter).slugs();
  }

  private static CardFilter filter(Set<Tier> tiers, Set<String> licences) {
    return new CardFilter(
        tiers,
        Set.of(),
        licences,
        Optional.empty(),
        Set.of(),
        Set.of(),
        false,
        Optional.empty(),
        CardSort.TIER);
  }

  private static CardFilter narrow(
      Optional<String> text, boolean access, Optional<Integer> context, Set<String> places) {
    return new CardFilter(
        Set.of(),
        Set.of(Modality.TEXT),
        Set.of(),
        context,
        Set.of(),
        places,
        access,
        text,
        CardSort.TIER);
  }

  private static IndexedCard card(
      String slug,
      Tier tier,
      String licence,
      @Nullable Long context,
      @Nullable Long input,
      Set<String> places,
      boolean access) {
    return new IndexedCard(
        slug,
        tier,
        slug,
        slug + " Model",
        Set.of(Modality.TEXT),
        Optional.of(licence),
        Optional.ofNullable(context),
        Optional.empty(),
        Optional.ofNullable(input),
        Optional.empty(),
        Set.of(),
        places,
        access);
  }
}
