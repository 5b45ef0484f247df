package io.marketplace.gateway.quota;

import io.marketplace.gateway.snapshot.BudgetRef;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.Booking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one call holds of each budget that it counts in: the same amount of each. Confined to the
 * call's thread; must be settled exactly once.
 */
public final class Reservation {

  /** What is held of one slice. */
  record Held(BudgetRef budget, Slice slice, long amount) {}

  private final Map<BudgetRef, List<Held>> held = new LinkedHashMap<>();
  private long amount;
  private boolean settled;

  /** Adds {@code more}, which holds {@code by} of each budget. */
  void add(List<Held> more, long by) {
    for (Held one : more) {
      held.computeIfAbsent(one.budget(), key -> new ArrayList<>(1)).add(one);
    }
    amount += by;
  }

  /** What the call may cost at the most. */
  public NanoUsd amount() {
    return new NanoUsd(amount);
  }

  /** How many budgets it counts in. */
  public int budgets() {
    return held.size();
  }

  /** Whether one of the budgets has reached its soft line. */
  public boolean soft() {
    for (List<Held> parts : held.values()) {
      if (parts.getLast().slice().soft()) {
        return true;
      }
    }
    return false;
  }

  /** What goes to the ledger when the call costs {@code cost}, at most {@link #amount}. */
  public List<Booking> bookings(NanoUsd cost) {
    List<Booking> bookings = new ArrayList<>(held.size());
    for (List<Held> parts : held.values()) {
      long left = cost.value();
      for (Held part : parts) {
        long used = Math.min(left, part.amount());
        left -= used;
        if (used > 0) {
          Slice slice = part.slice();
          bookings.add(
              new Booking(
                  part.budget().id().value(), slice.windowStart, slice.lease, new NanoUsd(used)));
        }
      }
    }
    return bookings;
  }

  /** Gives back what the call, which cost {@code cost}, did not need. */
  public void settle(NanoUsd cost) {
    if (settled) {
      throw new IllegalStateException("a reservation is settled once");
    }
    settled = true;
    for (List<Held> parts : held.values()) {
      long left = cost.value();
      for (Held part : parts) {
        long used = Math.min(left, part.amount());
        left -= used;
        part.slice().settle(part.amount() - used, used);
      }
    }
  }
}
