package io.marketplace.model.policy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a policy would have done to past calls, by the routes and providers of today. Limits of
 * single keys are left out.
 *
 * @param from since when calls were looked at
 * @param until until when
 * @param calls how many were looked at
 * @param denied how many would have been refused
 * @param moved how many another provider would have answered
 * @param allowed how many that are refused would have been lawful
 * @param changes the groups of calls that would have been met by a change, most calls first
 */
public record PolicyPreview(
    Instant from,
    Instant until,
    long calls,
    long denied,
    long moved,
    long allowed,
    List<Change> changes) {

  /** Copies the list. */
  public PolicyPreview {
    changes = List.copyOf(changes);
  }

  /** What would have become of a group of calls. */
  public enum Effect {
    /** They were lawful and would be refused. */
    DENIED,
    /** Their provider would be unlawful; another of the route's would answer. */
    MOVED,
    /** They are refused and would be lawful. */
    ALLOWED;

    /** The code, such as {@code denied}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A group of calls that would have been met by a change.
   *
   * @param group the calls
   * @param effect what would have become of them
   * @param why the rules that decide, in words
   */
  public record Change(TrafficGroup group, Effect effect, String why) {}
}
