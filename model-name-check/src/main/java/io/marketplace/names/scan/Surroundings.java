package io.marketplace.names.scan;

import io.marketplace.names.known.Certainty;
import io.marketplace.names.known.ModelNames;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges by what stands around whether a word is a model's name here. */
final class Surroundings {
  /** So far a line is looked at on either side. */
  static final int LINE = 160;

  /** A sure name so close before it is company. */
  static final int NEAR = 300;

  private static final int SUBJECT = 400;
  private static final int LIST = 400;

  private static final String KEY =
      "(?:model|llm|engine|deployment|checkpoint|tokenizer|embedder|reranker)"
          + "(?![a-z0-9]{0,12}[-_]?(?:provider|vendor|backend|client|service|host|endpoint|ur[il]|api|key)\\b)";

  /** What may stand between the name of a setting and its value. */
  private static final String JOIN =
      "[A-Za-z0-9_-]{0,24}(?:[.](?:name|id|default))?[\"'\\])}\\\\]*\\s*(?::\\s*[A-Za-z_.<>\\[\\], |?]{1,30}\\s*)?"
          + "(?:=>|:=|===?|!==?|=|:-?|,|(?<=\\S)\\(|\\((?=[\"'`])|>|\\?:|\\|\\||\\?\\?)\\s*(?:default\\s*[=:]\\s*)?"
          + "(?:\\[\\s*)?[fbrLu@$]?[\"'`\\\\]*\\.?$";

  private final Matcher key = Pattern.compile("(?i:" + KEY + JOIN + ")").matcher("");
  private final Matcher option =
      Pattern.compile(
              "(?:--(?:[a-z]+-)*(?:model|llm|engine|deployment)(?:-[a-z]+)*[= ]|[A-Z_]*(?:MODEL|LLM)(?!S?_(?:PROVIDER|VENDOR|BACKEND|HOST|ENDPOINT|URL|API|KEY)\\b)[A-Z_]*[ =:]+"
                  + "|(?:^|\\n)FROM +|ollama (?:run|pull|push|show|stop|rm|cp) +"
                  + "|\\b(?:llm|openai|aichat|gemini|codex|claude|mods|sgpt|ollama)\\b[^|;&\\n]* -m[ =]+)[\"']?$")
          .matcher("");
  private final Matcher constant =
      Pattern.compile(
              "(?:[A-Z][A-Za-z0-9]*Model[A-Za-z0-9]*|[A-Za-z]*(?:OpenA[Ii]|Anthropic|Bedrock|Gemini"
                  + "|Mistral|Cohere|Ollama|Groq)[A-Za-z]*|LLM|Llm)(?:\\.|::)$")
          .matcher("");
  private final Matcher named =
      Pattern.compile(
              "(?i:" + KEY + ")[A-Za-z0-9_]{0,16}[\"'\\])}]*\\s*(?:[=:(\\[,!>]|in\\b|of\\b)[^;]*$")
          .matcher("");
  private final Matcher list =
      Pattern.compile(
              "(?i)models?[a-z0-9_]*[\"']?\\s*(?::|=|:=|=>)[^\\n]{0,24}(?<=[\\[({:=>\\\\])[ \\t]*\\n(?:\\s*(?:-\\s+)?(?:(?:name|id|model): *)?[\"']?[A-Za-z0-9_./:@-]+[\"']?,?\\s*\\n)*\\s*(?:-\\s+)?(?:(?:name|id): *)?[\"']?$")
          .matcher("");

  /** Names that nothing else bears, to be looked for on the line of one that needs company. */
  private final Matcher sibling =
      Pattern.compile(
              "(?i)[\"'`](?:gpt-?[3-9]|claude-[2-9hios]|gemini-[1-9p]|o[134]-mini|deepseek-[rvc]|mistral-[lms]|command-r-)")
          .matcher("");

  private final Matcher elsewhere =
      Pattern.compile(
              "(?i)(?:github|gitlab|bitbucket|githubusercontent|arxiv|npmjs|pypi|wikipedia)\\.(?:com|org)/[A-Za-z0-9_./%~-]*$")
          .matcher("");
  private final Matcher subject;
  private final NameExtent extent;

  Surroundings(ModelNames names, NameExtent extent) {
    subject = Pattern.compile("(?i)(?:" + String.join("|", names.subjects()) + ")").matcher("");
    this.extent = extent;
  }

  /**
   * Whether a name between these indices is one.
   *
   * @param anchor where it begins without its provider
   * @param lastSure where the last sure name before it ends
   */
  boolean confirm(Certainty certainty, Bytes text, int start, int anchor, int end, int lastSure) {
    if (elsewhere(text, start)) {
      return false;
    }
    if (certainty == Certainty.SURE) {
      return true;
    }
    if (start < anchor && provided(certainty, text, anchor, end)) {
      return true;
    }
    boolean near = anchor - lastSure < NEAR;
    if (certainty == Certainty.KEYED || certainty == Certainty.HINTED) {
      return Standing.ended(text, end)
          && (certainty == Certainty.KEYED || subject(text, start, end))
          && (keyed(text, start) || (listed(text, start) && (near || subject(text, start, end))));
    }
    if (Standing.assigned(text, end) && Standing.letters(text, anchor, end)) {
      return false;
    }
    // what looks far comes last: most words are none of all this
    boolean whole =
        Standing.quoted(text, start, end)
            || (certainty == Certainty.QUOTED && Standing.owned(text, start, end))
            || Standing.cell(text, start, end);
    return (whole && quotedName(certainty, text, start, end, near))
        || keyed(text, start)
        || listed(text, start)
        || (Standing.prose(certainty, text, start, end, near)
            && (lastSure > text.lineStart(start, NEAR) || subject(text, start, end)));
  }

  private boolean quotedName(Certainty certainty, Bytes text, int start, int end, boolean near) {
    return certainty == Certainty.QUOTED
        || near
        || amongModels(text, start)
        || found(sibling, text, text.lineStart(start, LINE), text.lineEnd(end, LINE))
        || subject(text, start, end);
  }

  /** Behind a provider; a path, a package and a list of makers look much the same. */
  private boolean provided(Certainty certainty, Bytes text, int anchor, int end) {
    int start = extent.withProviders(text, anchor, 0);
    boolean dotted = text.charAt(anchor - 1) == '.';
    boolean inPackage = dotted && start > 0 && text.charAt(start - 1) == '.';
    boolean word = certainty == Certainty.KEYED || certainty == Certainty.HINTED;
    boolean makers =
        Character.isUpperCase(text.charAt(anchor))
            || text.subSequence(start, anchor).chars().filter(c -> c == '/').count() > 1;
    return !inPackage && (!word || (Standing.ended(text, end) && !makers));
  }

  private boolean keyed(Bytes text, int start) {
    int from = text.lineStart(start, LINE);
    return found(key, text, from, start)
        || found(option, text, Math.max(0, from - 1), start)
        || found(constant, text, from, start);
  }

  private boolean amongModels(Bytes text, int start) {
    return found(named, text, text.lineStart(start, LINE), start);
  }

  private boolean listed(Bytes text, int start) {
    return found(list, text, Math.max(0, start - LIST), start);
  }

  private boolean subject(Bytes text, int start, int end) {
    return found(subject, text, Math.max(0, start - SUBJECT), start)
        || found(subject, text, end, Math.min(text.length(), end + SUBJECT));
  }

  private boolean elsewhere(Bytes text, int start) {
    return start > 0
        && text.charAt(start - 1) == '/'
        && found(elsewhere, text, text.lineStart(start, LINE), start);
  }

  private static boolean found(Matcher matcher, Bytes text, int from, int to) {
    return from < to && matcher.reset(text).region(from, to).find();
  }
}
