package io.marketplace.api.metering;

import io.marketplace.api.json.Named;
import io.marketplace.model.metering.RetentionDays;
import io.marketplace.model.metering.RetentionRun;
import io.marketplace.model.metering.RetentionView;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a tenant's calls stay in the ledger one by one.
 *
 * @param tenantId whose
 * @param tenant the same with its name
 * @param days how long; null: for ever
 * @param forEver whether they stay for ever
 * @param leastDays the least that may be set
 * @param version 0 where nobody has ever set it
 * @param lastRun the last removal; null if there was none
 */
public record RetentionBody(
    String tenantId,
    Named tenant,
    Optional<Integer> days,
    boolean forEver,
    int leastDays,
    int version,
    Optional<String> changedBy,
    Optional<Instant> changedAt,
    Optional<RunBody> lastRun) {

  /**
   * A removal.
   *
   * @param keptFrom calls that began before it are gone, or are going
   * @param endedAt null while it goes on
   * @param calls rows of the ledger it has removed
   * @param traces decision traces it has removed
   */
  public record RunBody(
      Instant keptFrom, Instant beganAt, Optional<Instant> endedAt, long calls, long traces) {

    static RunBody of(RetentionRun run) {
      return new RunBody(run.keptFrom(), run.began(), run.ended(), run.calls(), run.traces());
    }
  }

  static RetentionBody of(RetentionView view) {
    return new RetentionBody(
        view.tenant().toString(),
        new Named(view.tenant().toString(), Optional.of(view.tenantName())),
        view.days().map(RetentionDays::value),
        view.days().isEmpty(),
        RetentionDays.LEAST,
        view.version(),
        view.changedBy(),
        view.changedAt(),
        view.lastRun().map(RunBody::of));
  }
}
