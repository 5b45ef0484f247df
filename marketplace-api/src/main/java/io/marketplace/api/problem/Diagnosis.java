package io.marketplace.api.problem;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;

/** Tells what the caller may know of a failure. */
final class Diagnosis {

  private static final int DEEPEST = 20;

  private Diagnosis() {}

  /**
   * The problem that stands for {@code failure}; empty if it is none of those a caller can cause,
   * so that it has to be logged as an incident.
   */
  static Optional<Problem> of(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof MarketplaceException known) {
        return known.code() == ProblemCode.INTERNAL
            ? Optional.empty()
            : Optional.of(
                Problem.of(
                    known.code().code(),
                    known.code().status(),
                    known.sentence(),
                    known.field().orElse(null)));
      }
      cause = cause.getCause();
    }
    return failure instanceof WebApplicationException refusal
        ? ofStatus(refusal.getResponse().getStatus())
        : Optional.empty();
  }

  private static Optional<Problem> ofStatus(int status) {
    return switch (status) {
      case 401 -> known("unauthenticated", status, "A valid bearer token is needed.");
      case 403 -> known("forbidden", status, "Your role does not allow this.");
      case 404 -> known("not_found", status, "Nothing stands at this address.");
      case 405 -> known("method_not_allowed", status, "This address does not know the method.");
      case 406 -> known("not_acceptable", status, "This is answered as JSON, not as asked.");
      case 413 -> known("request_too_large", status, "The body is larger than what is taken.");
      case 415 -> known("unsupported_media_type", status, "Send the body as application/json.");
      default ->
          status >= 400 && status < 500
              ? known("invalid_request_error", status, "The request cannot be read.")
              : Optional.empty();
    };
  }

  private static Optional<Problem> known(String code, int status, String detail) {
    return Optional.of(Problem.of(code, status, detail, null));
  }
}
