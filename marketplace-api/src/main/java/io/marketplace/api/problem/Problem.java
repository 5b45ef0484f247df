package io.marketplace.api.problem;

import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type a URI reference that names the kind of problem; relative, so that it moves with the
 *     installation
 * @param title the kind of problem in words, the same for every occurrence
 * @param status the HTTP status
 * @param detail this occurrence in one plain sentence
 * @param code the stable code of the contract
 * @param field the field of the request at fault, if one is
 * @param pointer its JSON pointer (RFC 6901), where the fault stands deep in a document
 * @param incident finds the occurrence in the server's log, for failures that are ours
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable String field,
    @Nullable String pointer,
    @Nullable String incident) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(String code, int status, String detail, @Nullable String field) {
    String pointer = field != null && field.startsWith("/") ? field : null;
    return new Problem(
        "/problems/" + code, title(code), status, detail, code, field, pointer, null);
  }

  static Problem incident(String incident) {
    return new Problem(
        "/problems/internal_error",
        title("internal_error"),
        500,
        "Something went wrong on our side. Nothing of it is lost if you quote the incident "
            + incident
            + " to the platform team.",
        "internal_error",
        null,
        null,
        incident);
  }

  private static String title(String code) {
    String words = code.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
