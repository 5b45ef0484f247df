package io.marketplace.names.report;

import io.marketplace.names.files.SourceFile;
import io.marketplace.names.scan.Finding;

/** A finding and the file it stands in. */
public record Located(SourceFile file, Finding finding) {

  /** Why it is one, and what to do, in one sentence. */
  public String why() {
    String family = finding.family();
    String says = "\"%s\" names a model (%s)".formatted(finding.name(), family);
    return says
        + finding
            .alias()
            .map(
                alias ->
                    "; use the alias \"%s\": the platform decides which model stands behind it"
                        .formatted(alias))
            .orElse("; no tier does such work yet: ask the platform team for an alias");
  }
}
