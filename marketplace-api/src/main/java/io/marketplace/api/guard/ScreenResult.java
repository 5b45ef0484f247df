package io.marketplace.api.guard;

import io.marketplace.model.guard.Finding;
import io.marketplace.model.guard.ScreenReport;
import java.util.List;
import java.util.Optional;

/**
 * What guardrails make of a text.
 *
 * @param verdict blocked, redacted, flagged or clean
 * @param blockedBy the rule that blocks
 * @param findings where rules found something, in UTF-16 units
 * @param passed the text as it is handed on; absent when it is blocked
 */
public record ScreenResult(
    String verdict, Optional<String> blockedBy, List<Place> findings, Optional<String> passed) {

  /** A finding; never what was found. */
  public record Place(String rule, String detector, String action, int start, int end) {

    static Place of(Finding finding) {
      return new Place(
          finding.rule(),
          finding.detector().code(),
          finding.action().code(),
          finding.start(),
          finding.end());
    }
  }

  static ScreenResult of(ScreenReport report, String text) {
    boolean same = report.passed().filter(text::equals).isPresent();
    String verdict =
        report.blockedBy().isPresent()
            ? "blocked"
            : report.findings().isEmpty() ? "clean" : same ? "flagged" : "redacted";
    return new ScreenResult(
        verdict,
        report.blockedBy(),
        report.findings().stream().map(Place::of).toList(),
        report.passed());
  }
}
