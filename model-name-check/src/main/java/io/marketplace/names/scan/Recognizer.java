package io.marketplace.names.scan;

import io.marketplace.names.known.CardFamilies;
import io.marketplace.names.known.Certainty;
import io.marketplace.names.known.Family;
import io.marketplace.names.known.ModelNames;
import io.marketplace.names.known.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides at each anchor whether a model's name stands there, and where it begins and ends. */
final class Recognizer {

  /** In an anchor: the spelling begins here. */
  private static final char BEGIN = '^';

  private static final String MARKER = "check-names:";

  /** What most calls are: the alias for models of which nothing but the name is known. */
  private static final String USUAL_ALIAS = "utility";

  /** An identifier's earlier word that is written together with a name. */
  private static final Pattern LEAD =
      Pattern.compile("(?i)(?<![a-z])(?:openai|azure|chat|model|meta|bedrock|all|open|my|use)$");

  /** A package or program that bears a model's name: gpt-3-encoder, qwen-vl-utils. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?i)-(?:cli|mcp|sdk|utils?|toolkit|tokenizer|encoder|wrapper|plugin|extension|py|cpp|js)(?:-[a-z]+)*$");

  /** Text before a marker that is a comment's beginning and nothing else. */
  private static final Pattern COMMENT =
      Pattern.compile(
          "^[\\s\\uFEFF]*(?://+|#+|--|/?\\*+|<!--|;+|%+|'|REM|\\{#|\\{\\{!(?:--)?|<%#|<%--|\\(\\*|\\.\\.)?[\\s!]*$");

  private static final Pattern IGNORE =
      Pattern.compile("check-names:\\s*ignore\\b[\\s:,–—-]*(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOSER =
      Pattern.compile(
          "\\s*(?:\\*+/|-->|--%>|%>|#\\}|--\\}\\}|\\}\\}|\\*\\)|\\\\n\"?,?|\"\"\")\\s*$");

  private record Candidate(Rule rule, int begin) {}

  private final ModelNames names;
  private final NameExtent extent;
  private final Surroundings surroundings;
  private final List<String> anchors = new ArrayList<>();
  private final List<List<Candidate>> candidates = new ArrayList<>();
  private final Matcher lead = LEAD.matcher("");
  private int claimed;
  private int lastSure;

  Recognizer(ModelNames names) {
    this.names = names;
    this.extent = new NameExtent(names.providers());
    this.surroundings = new Surroundings(names, extent);
    Map<String, List<Candidate>> rules = new LinkedHashMap<>();
    rules.put(MARKER, List.of());
    for (Place place : names.places()) {
      place.anchors().forEach(text -> add(rules, text, new Rule.Named(place)));
    }
    names.builds().anchors().forEach(text -> add(rules, text, new Rule.Build(names.builds())));
    List<Rule.Spellings> known = names.families().stream().map(Rule.Spellings::new).toList();
    known.forEach(each -> each.family().anchors().forEach(text -> add(rules, text, each)));
    List<Family> cards = CardFamilies.of(names.cards(), name -> covered(known, name));
    for (Family card : cards) {
      card.anchors().forEach(text -> add(rules, text, new Rule.Spellings(card)));
    }
    rules.forEach(
        (text, each) -> {
          anchors.add(text);
          candidates.add(List.copyOf(each));
        });
  }

  private static boolean covered(List<Rule.Spellings> known, String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return known.stream().anyMatch(each -> each.covers(last));
  }

  private static void add(Map<String, List<Candidate>> rules, String text, Rule rule) {
    int begin = text.indexOf(BEGIN);
    String anchor = begin < 0 ? text : text.replace("^", "");
    if (begin < 0) {
      begin = 0;
      while (rule instanceof Rule.Spellings && !Character.isLetterOrDigit(anchor.charAt(begin))) {
        begin++;
      }
    }
    rules.computeIfAbsent(anchor, key -> new ArrayList<>()).add(new Candidate(rule, begin));
  }

  List<String> anchors() {
    return List.copyOf(anchors);
  }

  boolean isMarker(int anchor) {
    return anchor == 0;
  }

  void start() {
    claimed = 0;
    lastSure = -Surroundings.NEAR - 1;
  }

  /** The bytes moved to the front by {@code by}. */
  void moved(int by) {
    claimed = Math.max(0, claimed - by);
    lastSure = Math.max(-Surroundings.NEAR - 1, lastSure - by);
  }

  /** The name at this anchor, if it is one and no earlier one reaches here. */
  Optional<Recognized> recognize(Bytes text, int anchor, int at) {
    for (Candidate candidate : candidates.get(anchor)) {
      int begin = at + candidate.begin();
      if (begin < claimed) {
        continue;
      }
      Optional<Recognized> found =
          switch (candidate.rule()) {
            case Rule.Named place -> place.at(text, begin).map(each -> aliased(text, each));
            case Rule.Build build ->
                build.around(text, at, claimed).map(each -> aliased(text, each));
            case Rule.Spellings spellings ->
                borders(text, begin) ? spelled(text, spellings, begin) : Optional.empty();
          };
      if (found.isPresent() && found.get().start() >= claimed) {
        claimed = claim(text, found.get().end());
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Recognized> spelled(Bytes text, Rule.Spellings spellings, int begin) {
    Family family = spellings.family();
    for (Certainty certainty : Certainty.values()) {
      int end = spellings.end(text, begin, certainty);
      if (end > begin
          && !owner(text, begin, end)
          && (certainty == Certainty.SURE || !otherwise(text, spellings, begin, end))) {
        int start = extent.withProviders(text, begin, claimed);
        if (surroundings.confirm(certainty, text, start, begin, end, lastSure)) {
          if (certainty == Certainty.SURE) {
            lastSure = end;
          }
          int first = Math.min(start, extent.beginning(text, begin, claimed));
          int last = NameExtent.tuned(text, first, NameExtent.ending(text, end));
          String name = text.text(first, last);
          if (PROGRAM.matcher(name).find()) {
            return Optional.empty();
          }
          return Optional.of(
              new Recognized(first, last, family.name(), names.aliasFor(name, family.alias())));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean otherwise(Bytes text, Rule.Spellings spellings, int begin, int end) {
    return spellings.otherwise(
        text, text.lineStart(begin, Surroundings.LINE), text.lineEnd(end, Surroundings.LINE));
  }

  /** A family that lends its name to whoever publishes it: Qwen/…, codellama/…. */
  private static boolean owner(Bytes text, int begin, int end) {
    int last = NameExtent.ending(text, end);
    return last < text.length()
        && text.charAt(last) == '/'
        && text.subSequence(begin, last).chars().noneMatch(Character::isDigit);
  }

  private Recognized aliased(Bytes text, Recognized found) {
    int start = extent.beginning(text, found.start(), claimed);
    String name = text.text(start, found.end());
    Optional<String> alias = names.aliasFor(name, Optional.of(USUAL_ALIAS));
    return new Recognized(start, found.end(), found.family(), alias);
  }

  /** Whether a word can begin here. */
  private boolean borders(Bytes text, int at) {
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    if (!alphanumeric(before)) {
      return true;
    }
    char first = text.charAt(at);
    boolean capital = first >= 'A' && first <= 'Z';
    boolean smallNext = at + 1 < text.length() && small(text.charAt(at + 1));
    if (capital && (small(before) || before <= '9' || smallNext)) {
      return true;
    }
    if (at > 1 && text.charAt(at - 2) == '\\' && "ntr".indexOf(before) >= 0) {
      return true;
    }
    if (at > 2 && text.charAt(at - 3) == '%') {
      return true;
    }
    return lead.reset(text).region(Math.max(0, at - 12), at).find();
  }

  private static boolean small(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean alphanumeric(char c) {
    return small(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** The end of the word that the name stands in: it is told once. */
  private static int claim(Bytes text, int end) {
    int at = end;
    while (at < text.length()
        && at < end + Rule.REACH
        && (alphanumeric(text.charAt(at)) || "_.:@+-".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  /** The comment that begins to excuse at {@code at}, if that is what it does. */
  Optional<Marker> marker(Bytes text, int lineStart, int at, int lineEnd, long line) {
    Matcher ignore = IGNORE.matcher(text.text(at, lineEnd));
    if (!ignore.lookingAt()) {
      return Optional.empty();
    }
    String reason = CLOSER.matcher(ignore.group(1)).replaceFirst("").strip();
    boolean alone = COMMENT.matcher(text.text(lineStart, at)).matches();
    return Optional.of(new Marker(line, alone, reason));
  }
}
