package io.marketplace.api.audit;

import io.marketplace.model.audit.ChainVerdict;
import io.marketplace.model.audit.ChainVerdict.Flaw;
import io.marketplace.model.kernel.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * What came of checking the trail.
 *
 * @param intact whether every chain is
 * @param chains one of each tenant in sight, and the platform's where it is
 */
public record ChainBody(boolean intact, List<Chain> chains) {

  /**
   * One chain.
   *
   * @param tenantId whose; absent: the platform's
   * @param entries how many were checked
   * @param intact whether nothing was changed, removed, inserted or reordered
   * @param sealed whether its end bears the installation's seal
   * @param sequence the place of its last entry
   * @param hash the last entry's hash; keep it elsewhere to compare later
   * @param brokenAt the place of the first entry that is wrong; absent if none is
   * @param flaw what is wrong with it
   */
  public record Chain(
      Optional<String> tenantId,
      Optional<String> tenantName,
      long entries,
      boolean intact,
      boolean sealed,
      long sequence,
      String hash,
      Optional<Long> brokenAt,
      Optional<String> flaw) {

    static Chain of(ChainVerdict verdict) {
      return new Chain(
          verdict.head().tenant().map(TenantId::toString),
          verdict.head().tenantName(),
          verdict.entries(),
          verdict.intact(),
          verdict.sealed(),
          verdict.head().sequence(),
          verdict.head().hash(),
          verdict.flaw().map(Flaw::sequence),
          verdict.flaw().map(Flaw::what));
    }
  }

  static ChainBody of(List<ChainVerdict> verdicts) {
    return new ChainBody(
        verdicts.stream().allMatch(ChainVerdict::intact),
        verdicts.stream().map(Chain::of).toList());
  }
}
