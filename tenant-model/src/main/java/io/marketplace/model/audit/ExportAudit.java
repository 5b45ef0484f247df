package io.marketplace.model.audit;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands out entries of the trail with their places in the chains. An export is written into the
 * trail itself. It reads in portions: a slow reader holds no transaction open.
 */
@Singleton
public final class ExportAudit {

  private static final int PORTION = 1_000;

  private final Work work;
  private final AuditChains chains;
  private final AuditTrail trail;

  /** Reads {@code chains}, writes into {@code trail}. */
  @Inject
  public ExportAudit(Work work, AuditChains chains, AuditTrail trail) {
    this.work = work;
    this.chains = chains;
    this.trail = trail;
  }

  /** Entries that wait to be read, each time anew. */
  @FunctionalInterface
  public interface Export {

    /** Hands each entry to {@code reader}: chain by chain, in the order of each. */
    void to(Consumer<ChainedEvent> reader);
  }

  /**
   * Begins an export of all entries in the actor's sight that the filter finds.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden} unless the actor is
   *     an auditor, an approver or a platform administrator
   */
  public Export export(Actor actor, AuditFilter filter) {
    actor.require(Role.AUDITOR, Role.TENANT_APPROVER, Role.PLATFORM_ADMIN);
    List<ChainHead> heads =
        work.in(
            actor.scope(),
            () -> {
              trail.record(
                  new AuditEntry(
                      actor.tenant(),
                      Author.of(actor),
                      "audit.exported",
                      "audit",
                      actor.tenant().map(Object::toString).orElse("platform"),
                      Facts.NONE,
                      filter.facts()));
              return chains.heads();
            });
    return reader -> heads.forEach(head -> read(actor, filter, head, reader));
  }

  // What is written after the export began is the next one's.
  private void read(
      Actor actor, AuditFilter filter, ChainHead head, Consumer<ChainedEvent> reader) {
    long last = 0;
    Optional<ChainedEvent> end;
    do {
      long after = last;
      List<ChainedEvent> portion =
          work.in(actor.scope(), () -> chains.entries(head.tenant(), filter, after, PORTION));
      portion.stream().filter(event -> event.sequence() <= head.sequence()).forEach(reader);
      end = portion.size() == PORTION ? Optional.of(portion.getLast()) : Optional.empty();
      last = end.map(ChainedEvent::sequence).orElse(last);
    } while (end.isPresent() && last < head.sequence());
  }
}
