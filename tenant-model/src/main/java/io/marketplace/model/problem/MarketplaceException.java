package io.marketplace.model.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure the caller is told: code, status, one plain sentence and, for bad input, the
 * field. The message is shown to people: no secrets, no prompts, no internals.
 */
public final class MarketplaceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final @Nullable String field;

  /** A failure that no single field caused. */
  public MarketplaceException(ProblemCode code, String message) {
    super(message);
    this.code = code;
    this.field = null;
  }

  /** A failure caused by {@code field}. */
  public MarketplaceException(ProblemCode code, String message, String field) {
    super(message);
    this.code = code;
    this.field = field;
  }

  /** The contract's code. */
  public ProblemCode code() {
    return code;
  }

  /** The field at fault, if one is. */
  public Optional<String> field() {
    return Optional.ofNullable(field);
  }

  /** What {@link #getMessage()} says, never null. */
  public String sentence() {
    String message = getMessage();
    return message == null ? code.code() : message;
  }
}
