package io.marketplace.api.json;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version a change was made on: from the header {@code If-Match}, else from the body. */
public final class ExpectedVersion {

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"?([0-9]{1,9})\"?");

  private ExpectedVersion() {}

  /**
   * Reads it; empty if neither names one or the header says {@code *}.
   *
   * @throws MarketplaceException {@code invalid_request_error} for a header that is no version
   */
  public static OptionalInt of(@Nullable String ifMatch, @Nullable Integer body) {
    if (ifMatch == null || ifMatch.isBlank()) {
      return body == null ? OptionalInt.empty() : OptionalInt.of(body);
    }
    if (ifMatch.strip().equals("*")) {
      return OptionalInt.empty();
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw new MarketplaceException(
          ProblemCode.INVALID_REQUEST, "If-Match must be a version, as in \"3\".", "If-Match");
    }
    return OptionalInt.of(Integer.parseInt(tag.group(1)));
  }
}
