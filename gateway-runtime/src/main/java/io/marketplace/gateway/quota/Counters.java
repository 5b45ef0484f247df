package io.marketplace.gateway.quota;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where calls are counted: within this gateway, or together with the others. */
interface Counters {

  /**
   * Takes everything or nothing.
   *
   * @param call identifies the call's slots
   * @return what the counts said; one of them refused, if nothing was taken; null when these
   *     counters cannot be reached, and nothing was taken either
   */
  @Nullable List<Reading> take(List<Take> takes, String call);

  /** Gives back {@code amount} of what was taken. */
  void giveBack(Reading reading, long amount, String call);

  /** Takes what a call used beyond what it took, even if that is more than is left. */
  void takeMore(Reading reading, long more);

  /** For the decision trace: who counts. */
  String words();
}
