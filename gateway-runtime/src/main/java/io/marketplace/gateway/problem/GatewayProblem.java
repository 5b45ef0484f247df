package io.marketplace.gateway.problem;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure that the caller is told about. The message is written for the caller: it
 * never holds a prompt, a key, a credential or an upstream's address. Carries no stack trace, since
 * it is an answer and not a defect.
 */
public final class GatewayProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final String sentence;
  private final @Nullable String param;
  private final transient Map<String, String> headers;

  public GatewayProblem(ProblemCode code, String message) {
    this(code, message, null, Map.of());
  }

  public GatewayProblem(ProblemCode code, String message, @Nullable String param) {
    this(code, message, param, Map.of());
  }

  /** {@code headers} are added to the answer, for example {@code Retry-After}. */
  public GatewayProblem(
      ProblemCode code, String message, @Nullable String param, Map<String, String> headers) {
    this(code, message, message, param, headers);
  }

  private GatewayProblem(
      ProblemCode code,
      String sentence,
      String message,
      @Nullable String param,
      Map<String, String> headers) {
    super(message, null, false, false);
    this.code = code;
    this.sentence = sentence;
    this.param = param;
    this.headers = Map.copyOf(headers);
  }

  /** A fault in the caller's request; {@code param} names the field or header at fault. */
  public static GatewayProblem badRequest(String message, @Nullable String param) {
    return new GatewayProblem(ProblemCode.INVALID_REQUEST, message, param);
  }

  /**
   * A fault that somebody else found in the caller's request. Their {@code words} are for the
   * caller alone: they may quote the prompt, so that nobody keeps them.
   */
  public static GatewayProblem quoting(String sentence, String words) {
    return new GatewayProblem(
        ProblemCode.INVALID_REQUEST, sentence + ".", sentence + ": " + words, null, Map.of());
  }

  /** What a value type of the model refused, as an answer of the gateway. */
  public static GatewayProblem of(MarketplaceException refused) {
    return new GatewayProblem(
        refused.code(), refused.sentence(), refused.field().orElse(null), Map.of());
  }

  public ProblemCode code() {
    return code;
  }

  public @Nullable String param() {
    return param;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** What may be kept of the text for the caller: all but the words of others. */
  public String sentence() {
    return sentence;
  }

  /** The text for the caller; never null. */
  public String text() {
    String message = getMessage();
    return message == null ? code.code() : message;
  }
}
