package io.marketplace.names.known;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All that is known about the names of models.
 *
 * @param providers what stands before a name and a slash, dot or colon, in small letters
 * @param subjects words that show that a text is about language models, in small letters
 * @param families the families, the first that fits a text counts
 * @param places places that name a model whatever it is called
 * @param builds names of any family, told by what only a build of a model bears
 * @param rules which alias stands for which names, the first that fits counts
 * @param cards names out of the catalogue
 * @param source where the names come from, for people
 */
public record ModelNames(
    List<String> providers,
    List<String> subjects,
    List<Family> families,
    List<Place> places,
    Place builds,
    List<AliasRule> rules,
    List<CardName> cards,
    String source) {

  /** Copies the lists. */
  public ModelNames {
    providers = List.copyOf(providers);
    subjects = List.copyOf(subjects);
    families = List.copyOf(families);
    places = List.copyOf(places);
    rules = List.copyOf(rules);
    cards = List.copyOf(cards);
  }

  /** These, and the catalogue's. */
  public ModelNames with(List<CardName> more, String newSource) {
    List<CardName> all = new ArrayList<>(more);
    all.addAll(cards);
    return new ModelNames(providers, subjects, families, places, builds, rules, all, newSource);
  }

  /**
   * The alias to use instead of a name that was found: the tier of the catalogue's card that it
   * begins with (the longest), else what the name tells, else the family's.
   *
   * @param family the alias of the name's family
   */
  public Optional<String> aliasFor(String found, Optional<String> family) {
    String name = found.substring(found.lastIndexOf('/') + 1);
    String bare = CardName.bare(name);
    Optional<CardName> best = Optional.empty();
    for (CardName card : cards) {
      if (bare.startsWith(card.bare())
          && best.map(other -> other.bare().length() < card.bare().length()).orElse(true)) {
        best = Optional.of(card);
      }
    }
    if (best.isPresent()) {
      return best.map(CardName::alias);
    }
    String small = found.toLowerCase(Locale.ROOT);
    return rules.stream()
        .filter(rule -> rule.when().matcher(small).find())
        .findFirst()
        .map(AliasRule::alias)
        .orElse(family);
  }
}
