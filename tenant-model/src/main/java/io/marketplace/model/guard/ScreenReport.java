package io.marketplace.model.guard;

import java.util.List;
import java.util.Optional;

/**
 * What rules make of a text.
 *
 * @param findings in order of their start, at most 1,000
 * @param blockedBy the name of the first rule that blocks; empty if the text passes
 * @param passed the text as it is handed on, redacted; empty if it is blocked
 */
public record ScreenReport(
    List<Finding> findings, Optional<String> blockedBy, Optional<String> passed) {

  /** Copies the list. */
  public ScreenReport {
    findings = List.copyOf(findings);
  }
}
