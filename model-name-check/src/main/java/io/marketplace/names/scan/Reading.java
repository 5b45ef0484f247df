package io.marketplace.names.scan;

import java.util.List;

/** What came of reading one file. */
public sealed interface Reading {

  /**
   * It is text.
   *
   * @param bytes how many there were
   * @param findings in their order, at most {@link NameScanner#MOST_FINDINGS}
   * @param more how many further ones there are
   * @param markers comments that excuse findings
   */
  record Text(long bytes, List<Finding> findings, long more, List<Marker> markers)
      implements Reading {
    /** Copies the lists. */
    public Text {
      findings = List.copyOf(findings);
      markers = List.copyOf(markers);
    }
  }

  /** It holds zero bytes, so it is no text. */
  record Binary() implements Reading {}

  /** It is not UTF-8. */
  record OtherEncoding() implements Reading {}
}
