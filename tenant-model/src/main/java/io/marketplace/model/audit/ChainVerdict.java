package io.marketplace.model.audit;

import java.util.Optional;

/**
 * What came of checking a chain.
 *
 * @param head where it stands: keep its hash elsewhere, and nobody can take entries away unseen
 * @param entries how many entries were checked
 * @param sealed whether its end bears the installation's seal
 * @param flaw what is wrong first; empty if all entries are as they were written
 */
public record ChainVerdict(ChainHead head, long entries, boolean sealed, Optional<Flaw> flaw) {

  /**
   * Where a chain is broken.
   *
   * @param sequence the place
   * @param what a sentence
   */
  public record Flaw(long sequence, String what) {}

  /** Whether nothing was changed, removed, inserted or reordered. */
  public boolean intact() {
    return sealed && flaw.isEmpty();
  }
}
