package io.marketplace.model.quota;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Slices of budgets for replicas of the gateway. Of every window, at every instant and over all
 * replicas: what is settled is at most what is leased, and that at most the cap. Every method
 * throws {@code unavailable} when the database is away, or when its answer was lost: nobody then
 * knows whether it was done. Who asks the same again learns it, and it is done once; so that no
 * answer that is lost costs money for longer than until then.
 */
public interface BudgetLeases {

  /** Takes a slice, in one atomic call; see {@link LeaseWish#question}. */
  LeaseAnswer lease(LeaseWish wish);

  /**
   * Gives back what is reserved for nobody; the caller no longer counts on it already.
   *
   * @param turn which of the returns from this lease it is, counted up from 1: the same again, or
   *     an earlier one, changes nothing
   */
  void giveBack(TenantId tenant, UUID lease, long turn, NanoUsd unused);

  /**
   * Whether a key may bear a value of a label this month, in one atomic call: one it has brought up
   * before, or a new one while it has brought up fewer than it may.
   */
  LabelAnswer admit(LabelWish wish);

  /** How these leases stand. */
  List<LeaseState> states(List<UUID> leases);

  /**
   * Frees what earlier lives of {@code holder}'s journal held and did not use; to be called when
   * all that the journal held at the start is written to the ledger.
   *
   * @return how much was freed
   */
  NanoUsd release(LeaseHolder holder);

  /** Begins to listen for recalls. */
  Recalls listen();

  /** A connection that hears when a replica waits for what others hold. */
  interface Recalls extends AutoCloseable {

    /** The budgets that were recalled since the last call; waits up to {@code timeout} for one. */
    List<Recall> await(Duration timeout);

    @Override
    void close();
  }

  /**
   * Somebody waits.
   *
   * @param budget for this budget
   * @param label and this value of its label
   */
  record Recall(BudgetId budget, String label) {}
}
