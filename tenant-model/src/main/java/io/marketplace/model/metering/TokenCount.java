package io.marketplace.model.metering;

/**
 * Tokens of one call.
 *
 * @param prompt tokens sent, cached ones included
 * @param cached those of {@code prompt} the provider had cached
 * @param completion tokens generated, those of reasoning included
 * @param reasoning those of {@code completion} the model spent on reasoning
 * @param source who counted
 */
public record TokenCount(long prompt, long cached, long completion, long reasoning, Source source) {

  /** Who counted the tokens. */
  public enum Source {
    /** The provider reported them. */
    UPSTREAM("upstream"),
    /** The gateway counted, on the safe side. */
    COUNTED("counted"),
    /** Nothing was used. */
    NONE("none");

    private final String code;

    Source(String code) {
      this.code = code;
    }

    /** The code as it stands on the row. */
    public String code() {
      return code;
    }
  }

  /** No tokens. */
  public static final TokenCount ZERO = new TokenCount(0, 0, 0, 0, Source.NONE);

  /** Tokens none of which were spent on reasoning. */
  public TokenCount(long prompt, long cached, long completion, Source source) {
    this(prompt, cached, completion, 0, source);
  }

  /** Refuses negative counts, and more cached or reasoning tokens than there were. */
  public TokenCount {
    if (prompt < 0
        || completion < 0
        || cached < 0
        || cached > prompt
        || reasoning < 0
        || reasoning > completion) {
      throw new IllegalArgumentException("impossible token counts");
    }
  }
}
