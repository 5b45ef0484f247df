package io.marketplace.names.known;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes families of names that only the catalogue knows. */
public final class CardFamilies {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]+");

  /** Shorter names, and those without a digit or a second word, are words of other things too. */
  private static final int SURE_LETTERS = 6;

  private static final int LEAST_LETTERS = 3;

  /**
   * Words that say what a model is for or how large it is, and words of other things: with a number
   * they are still no name. {@code Vision 2} is a method in one file and a class in the next.
   */
  private static final Pattern COMMON =
      Pattern.compile(
          "[0-9]+[bkmvx]?|v[0-9]+|model|chat|code|coder|text|embed|embedding|embedder|rerank|reranker|vision|image|audio|speech"
              + "|video|reason|reasoner|reasoning|instruct|assistant|agent|bot|utility|general|core|engine|base|version|release"
              + "|small|medium|large|mini|micro|nano|pro|plus|max|ultra|lite|flash|fast|turbo|test|demo|default|search|guard"
              + "|command|titan|nova|falcon|orca|dolphin|solar|mistral|palm|gemini|gemma|llama|sonnet|opus|haiku|phi|grok"
              + "|aurora|phoenix|atlas|apollo|orion|mercury|nemo|bert|bloom|flux|sonar|whisper|zephyr|granite|jade|pixel");

  /** What may stand between two words of a name, the shortest first. */
  private static final List<String> JOINS = List.of("", "-", "_", ".", " ");

  private CardFamilies() {}

  /**
   * One family for each name that no known family covers; a known one's own rules say better what
   * its members look like.
   *
   * @param known whether a known family covers a name
   */
  public static List<Family> of(List<CardName> cards, Predicate<String> known) {
    List<Family> families = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (CardName card : cards) {
      String bare = card.bare();
      boolean tooShort = String.join("", words(card.name())).length() < LEAST_LETTERS;
      if (tooShort || seen.contains(bare) || known.test(card.name())) {
        continue;
      }
      seen.add(bare);
      families.add(family(card));
    }
    return families;
  }

  private static Family family(CardName card) {
    List<String> words = words(card.name());
    String bare = card.bare();
    boolean digits = bare.chars().anyMatch(Character::isDigit);
    boolean letters = bare.chars().anyMatch(Character::isLetter);
    boolean sure =
        letters
            && bare.length() >= SURE_LETTERS
            && (digits ? words.size() > 1 : words.size() > 2)
            && !words.stream().allMatch(word -> COMMON.matcher(word).matches());
    Map<Certainty, String> spellings = new EnumMap<>(Certainty.class);
    spellings.put(
        sure ? Certainty.SURE : digits || words.size() > 1 ? Certainty.QUOTED : Certainty.TOLD,
        String.join("~", words));
    return new Family(
        card.name(), Optional.of(card.alias()), anchors(words), spellings, Optional.empty());
  }

  /** The first word; with those behind it, however they are joined, if it is short. */
  private static List<String> anchors(List<String> words) {
    List<String> anchors = List.of(words.getFirst());
    for (int i = 1; anchors.getFirst().length() < LEAST_LETTERS; i++) {
      String word = words.get(i);
      anchors =
          anchors.stream()
              .flatMap(begun -> JOINS.stream().map(join -> begun + join + word))
              .toList();
    }
    return anchors;
  }

  private static List<String> words(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    List<String> words = new ArrayList<>();
    Matcher tokens = TOKEN.matcher(CardName.plain(last));
    while (tokens.find()) {
      words.add(tokens.group().toLowerCase(Locale.ROOT));
    }
    return words;
  }
}
