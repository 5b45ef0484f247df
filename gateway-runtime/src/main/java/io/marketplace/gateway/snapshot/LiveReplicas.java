package io.marketplace.gateway.snapshot;

import java.util.List;

/**
 * How many gateways live, and which of them this one is; what a limit is split by where the
 * gateways share no counters. Keeps its last knowledge while the database is away. Thread-safe.
 */
public final class LiveReplicas {

  /**
   * A place among the live gateways.
   *
   * @param rank from 0, by name
   * @param of how many there are, 1 or more
   */
  public record Seat(int rank, int of) {
    /** Of a gateway that knows no other. */
    public static final Seat ALONE = new Seat(0, 1);

    /** This gateway's part of {@code whole}; the parts of all seats add up to it. */
    public long part(long whole) {
      return whole / of + (rank < whole % of ? 1 : 0);
    }
  }

  private final String own;
  private volatile Seat seat = Seat.ALONE;

  /** The view of the gateway named {@code own}. */
  public LiveReplicas(String own) {
    this.own = own;
  }

  /** Takes over who lives, in alphabetical order; a list without this gateway is passed over. */
  public void seen(List<String> names) {
    int rank = names.indexOf(own);
    if (rank >= 0) {
      seat = new Seat(rank, names.size());
    }
  }

  /** This gateway's place. */
  public Seat seat() {
    return seat;
  }
}
