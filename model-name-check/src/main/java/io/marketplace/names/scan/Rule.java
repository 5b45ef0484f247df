package io.marketplace.names.scan;

import io.marketplace.names.known.Certainty;
import io.marketplace.names.known.Family;
import io.marketplace.names.known.Notation;
import io.marketplace.names.known.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is looked for at an anchor. */
sealed interface Rule {

  /** A name may go on for so many bytes. */
  int REACH = 240;

  /** Sets {@code matcher} on what begins at {@code at}, seeing what stands before and behind. */
  static Matcher at(Matcher matcher, CharSequence text, int at) {
    return matcher
        .reset(text)
        .useTransparentBounds(true)
        .useAnchoringBounds(false)
        .region(at, Math.min(text.length(), at + REACH));
  }

  /** Spellings of a family, from its anchor on. */
  final class Spellings implements Rule {

    /** What versions, sizes, dates and builds are told apart by; it may follow any name. */
    private static final String TAIL =
        "(?:[-_.:@]?(?:instruct|instant|chat|it|base|hf|turbo|mini|nano|micro|small|medium|large|xx?l|pro|lite|plus|max|ultra"
            + "|flash|preview|latest|experimental|exp|vision|vl|coder|code|reasoner|reasoning|thinking|distill|qwen|llama"
            + "|gguf|ggml|gptq|awq|exl2|mlx|bnb|int4|int8|fp8|fp16|bf16|nvfp4|mxfp4|opus|sonnet|haiku|audio|realtime"
            + "|transcribe|tts|search|deep|research|online|text|embed|uncased|cased|multilingual|english|scout|maverick"
            + "|dense|moe|omni|math|sft|dpo|beta|alpha|quantized|fast|high|low|versatile)"
            + "|[-_.:@](?:v?[0-9]+(?:[._][0-9]+)*[bkmx]?|[0-9]+x[0-9]+b|[ae][0-9]+b|[0-9]+bit|i?q[0-9](?:_[a-z0-9]+)*|v[0-9]+_[0-9]+"
            + "|free|nitro|floor|exacto|cloud|en|de|fr|es|zh|ja|m3|r[0-9]+|l-?[0-9]+|h[0-9]+|hd|ul2|oss))*";

    /** In sentences the words stand apart: Claude 3.5 Sonnet, Llama 3.1 70B. */
    private static final String WORDS =
        "(?: (?:turbo|mini|nano|micro|pro|flash|lite|opus|sonnet|haiku|instruct|large|small|medium|plus|ultra|preview|vision"
            + "|coder|maverick|scout|premier|thinking|codex|air|super|latest|(?:[0-9]{1,2}x)?[0-9]{1,3}(?:[.][0-9])?b)(?![a-z0-9-]))*";

    /** A version written together with a sure name: mistral-large2. */
    private static final String JOINED = "(?:(?<=[a-z])[1-9](?:[._][0-9]{1,2})?(?![0-9]))?";

    /**
     * Behind a name stands no letter and no digit, save the next word of an identifier; but that of
     * a class which implements models of its kind names none.
     */
    private static final String BORDER =
        "(?:(?![A-Za-z0-9])|(?<=[a-z0-9])(?=[A-Z][a-z0-9])"
            + "(?!(?:For[A-Z]|Config|Tokenizer|Processor|PreTrained|Attention|Decoder|Encoder)))";

    /** What stands around the word in an anchor. */
    private static final Pattern EDGES = Pattern.compile("^[^a-z0-9]+|[^a-z0-9]+$|\\^");

    /** The longest word, with its hyphen, that stands before a family's name: meta-llama. */
    private static final int LEAD = 5;

    private final Family family;
    private final List<String> words;

    /** Made when they are first needed: few families occur in a text, and it takes its time. */
    private final Map<Certainty, Matcher> matchers = new EnumMap<>(Certainty.class);

    private @Nullable Matcher otherwise;

    Spellings(Family family) {
      this.family = family;
      this.words =
          family.anchors().stream().map(anchor -> EDGES.matcher(anchor).replaceAll("")).toList();
    }

    private @Nullable Matcher matcher(Certainty certainty) {
      return matchers.computeIfAbsent(
          certainty,
          missing -> {
            @Nullable String spelling = family.spellings().get(missing);
            return spelling == null
                ? null
                : Pattern.compile(
                        "(?i:(?:"
                            + Notation.expression(spelling)
                            + ")"
                            + (missing == Certainty.SURE ? JOINED : "")
                            + TAIL
                            + WORDS
                            + ")"
                            + BORDER)
                    .matcher("");
          });
    }

    Family family() {
      return family;
    }

    /** Where the name ends that is spelled from {@code start} on; -1 if none is. */
    int end(CharSequence text, int start, Certainty certainty) {
      @Nullable Matcher matcher = matcher(certainty);
      return matcher != null && Rule.at(matcher, text, start).lookingAt() ? matcher.end() : -1;
    }

    /** Whether the text between these indices tells that something else of this name is meant. */
    boolean otherwise(CharSequence text, int from, int to) {
      if (family.otherwise().isEmpty()) {
        return false;
      }
      @Nullable Matcher matcher = otherwise;
      if (matcher == null) {
        matcher = Pattern.compile("(?i:" + family.otherwise().get() + ")").matcher("");
        otherwise = matcher;
      }
      return matcher.reset(text).region(from, to).find();
    }

    /** Whether {@code name} is a spelling, but for a word before it such as {@code all-}. */
    boolean covers(String name) {
      String small = name.toLowerCase(Locale.ROOT);
      return words.stream().anyMatch(small::contains)
          && family.spellings().keySet().stream().anyMatch(certainty -> covers(certainty, name));
    }

    private boolean covers(Certainty certainty, String name) {
      @Nullable Matcher matcher = matcher(certainty);
      return matcher != null
          && matcher.reset(name).find()
          && matcher.start() <= LEAD
          && matcher.end() == name.length();
    }
  }

  /** A place that names a model. */
  final class Named implements Rule {
    private final Place place;
    private final Matcher matcher;

    Named(Place place) {
      this.place = place;
      this.matcher = Pattern.compile("(?i:" + place.pattern() + ")").matcher("");
    }

    Optional<Recognized> at(CharSequence text, int start) {
      return Rule.at(matcher, text, start).lookingAt()
          ? Optional.of(
              new Recognized(matcher.start(1), matcher.end(1), place.name(), Optional.empty()))
          : Optional.empty();
    }
  }

  /** A name of any family, told by what only a build of a model bears; the anchor is inside. */
  final class Build implements Rule {
    private static final int BEFORE = 100;

    private final Place place;
    private final Matcher matcher;

    Build(Place place) {
      this.place = place;
      this.matcher = Pattern.compile("(?i:" + place.pattern() + ")").matcher("");
    }

    Optional<Recognized> around(CharSequence text, int anchor, int least) {
      int start = anchor;
      while (start > Math.max(least, anchor - BEFORE) && inName(text.charAt(start - 1))) {
        start--;
      }
      return Rule.at(matcher, text, start).lookingAt() && matcher.end(1) > anchor
          ? Optional.of(
              new Recognized(matcher.start(1), matcher.end(1), place.name(), Optional.empty()))
          : Optional.empty();
    }

    private static boolean inName(char c) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '-'
          || c == '_'
          || c == '.'
          || c == '/';
    }
  }
}
