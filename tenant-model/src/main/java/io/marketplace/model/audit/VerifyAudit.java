package io.marketplace.model.audit;

import io.marketplace.model.audit.ChainVerdict.Flaw;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Checks the chains of the trail: each entry against its own hash, each against the one before, the
 * last against the chain's sealed end. In portions, so that a long trail holds up nobody; entries
 * that are written meanwhile are checked as well.
 */
@Singleton
public final class VerifyAudit {

  private static final int PORTION = 1_000;

  private final Work work;
  private final AuditChains chains;
  private final AuditSeal seal;

  /** Reads {@code chains}, trusts {@code seal}. */
  @Inject
  public VerifyAudit(Work work, AuditChains chains, AuditSeal seal) {
    this.work = work;
    this.chains = chains;
    this.seal = seal;
  }

  /**
   * Checks all chains that the actor sees: the own tenant's, or every tenant's and the platform's.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden} unless the actor is
   *     an auditor, an approver or a platform administrator
   */
  public List<ChainVerdict> verify(Actor actor) {
    actor.require(Role.AUDITOR, Role.TENANT_APPROVER, Role.PLATFORM_ADMIN);
    List<ChainHead> heads = work.in(actor.scope(), chains::heads);
    return heads.stream().map(head -> verdict(actor, head)).toList();
  }

  private ChainVerdict verdict(Actor actor, ChainHead head) {
    Walk walk = new Walk(head);
    List<ChainedEvent> portion;
    do {
      long after = walk.sequence;
      portion =
          work.in(
              actor.scope(), () -> chains.entries(head.tenant(), AuditFilter.ALL, after, PORTION));
      portion.forEach(walk::take);
    } while (portion.size() == PORTION && walk.flaw.isEmpty());
    walk.end();
    return new ChainVerdict(head, walk.entries, seal.holds(head), walk.flaw);
  }

  /** One way along a chain. */
  private static final class Walk {

    private final ChainHead head;
    private long sequence;
    private long entries;
    private String hash = ChainedEvent.GENESIS;
    private Optional<Flaw> flaw = Optional.empty();

    Walk(ChainHead head) {
      this.head = head;
    }

    void take(ChainedEvent event) {
      if (flaw.isPresent()) {
        return;
      }
      if (event.sequence() != sequence + 1) {
        flaw(sequence + 1, "is missing");
      } else if (!event.previous().equals(hash)) {
        flaw(event.sequence(), "does not follow the entry before it");
      } else if (!event.computedHash().equals(event.hash())) {
        flaw(event.sequence(), "is not what was written");
      } else if (event.sequence() == head.sequence() && !event.hash().equals(head.hash())) {
        flaw(event.sequence(), "is not the one that the chain ended in");
      }
      sequence = event.sequence();
      hash = event.hash();
      entries++;
    }

    void end() {
      if (flaw.isEmpty() && sequence < head.sequence()) {
        flaw(sequence + 1, "is missing");
      }
    }

    private void flaw(long at, String what) {
      flaw = Optional.of(new Flaw(at, "Entry " + at + " " + what + "."));
    }
  }
}
