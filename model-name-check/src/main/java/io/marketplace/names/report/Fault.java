package io.marketplace.names.report;

import io.marketplace.names.files.SourceFile;

/** A comment that would excuse findings and gives no reason. */
public record Fault(SourceFile file, long line) {

  /** What is wrong, for people. */
  public String says() {
    return "a comment that excuses a model's name must say why: check-names: ignore <reason>";
  }
}
