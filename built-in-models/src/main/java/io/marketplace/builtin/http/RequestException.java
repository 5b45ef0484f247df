package io.marketplace.builtin.http;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A refusal that carries its HTTP status and what OpenAI's error envelope needs. */
public final class RequestException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final @Nullable String field;

  private RequestException(int status, String code, @Nullable String field, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.field = field;
  }

  /** 400: the body as a whole is wrong. */
  public static RequestException malformed(String message) {
    return new RequestException(400, "invalid_request_error", null, message);
  }

  /** 400: one field is wrong. */
  public static RequestException field(String field, String message) {
    return new RequestException(400, "invalid_request_error", field, message);
  }

  /** 404: a model that this server does not have. */
  public static RequestException unknownModel(String known) {
    return new RequestException(
        404, "model_not_found", "model", "this endpoint serves the model " + known + " only");
  }

  /** 503: an optional part is not there. */
  public static RequestException unavailable(String message) {
    return new RequestException(503, "model_not_installed", null, message);
  }

  /** 503: more work waits than is sensible. */
  public static RequestException saturated() {
    return new RequestException(503, "pool_saturated", null, "too many requests wait already");
  }

  static RequestException unknownPath() {
    return new RequestException(404, "not_found", null, "there is nothing at this path");
  }

  static RequestException wrongMethod(String allowed) {
    return new RequestException(405, "method_not_allowed", null, "use " + allowed + " here");
  }

  static RequestException tooLarge(int maximum) {
    return new RequestException(
        413, "request_too_large", null, "a request may have " + maximum + " bytes at most");
  }

  static RequestException internal() {
    return new RequestException(500, "internal_error", null, "the request failed in this server");
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** The request's field that is wrong, if it is one. */
  public @Nullable String field() {
    return field;
  }
}
