package io.marketplace.api.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain words, with the field's path, why a document was refused. The parser's own words
 * are kept back: they repeat what was sent and name classes.
 */
final class JsonRefusal {

  private JsonRefusal() {}

  static MarketplaceException of(JacksonException failure) {
    if (!(failure instanceof JsonMappingException mapping)) {
      return new MarketplaceException(
          ProblemCode.INVALID_REQUEST, "The body is not well-formed JSON.");
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MarketplaceException known) {
        return known;
      }
    }
    String field = path(mapping);
    if (field.isEmpty()) {
      return new MarketplaceException(
          ProblemCode.INVALID_REQUEST,
          failure instanceof MismatchedInputException
              ? "The body has to be one JSON document of the kind this address takes."
              : "The body is not well-formed JSON.");
    }
    return new MarketplaceException(
        ProblemCode.INVALID_REQUEST, field + " " + complaint(mapping) + ".", field);
  }

  private static String complaint(JsonMappingException failure) {
    if (failure instanceof UnrecognizedPropertyException) {
      return "is not a field of this request";
    }
    if (failure instanceof InvalidNullException) {
      return "is needed";
    }
    if (failure instanceof InvalidFormatException format) {
      String reason = own(format);
      return reason != null ? reason : "must be " + kind(format.getTargetType());
    }
    if (failure instanceof MismatchedInputException mismatch) {
      String said = mismatch.getOriginalMessage();
      return said != null && said.startsWith("Missing required creator property")
          ? "is needed"
          : "must be " + kind(mismatch.getTargetType());
    }
    return "cannot be read";
  }

  /** The reason that one of our own readers gave; those begin with a verb. */
  private static @Nullable String own(InvalidFormatException format) {
    String said = format.getOriginalMessage();
    int colon = said == null ? -1 : said.indexOf("\"\": ");
    if (said == null || colon < 0) {
      return null;
    }
    String reason = said.substring(colon + 4);
    return reason.startsWith("must ") || reason.startsWith("holds ") ? reason : null;
  }

  private static String kind(@Nullable Class<?> type) {
    if (type == null) {
      return "of another kind";
    }
    if (type == String.class) {
      return "text";
    }
    if (type == Instant.class) {
      return "a time as in 2026-12-31T00:00:00Z";
    }
    if (type == int.class
        || type == Integer.class
        || type == long.class
        || type == Long.class
        || Number.class.isAssignableFrom(type)) {
      return "a number that fits";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == NanoUsd.class) {
      return "an amount in US dollars, as in \"12.50\"";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  private static String path(JsonMappingException failure) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : failure.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(clip(step.getFieldName()));
      }
    }
    return path.toString();
  }

  private static String clip(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "…";
  }
}
