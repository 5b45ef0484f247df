package io.marketplace.model.metering;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.policy.Sensitivity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger: exactly one for each call that reached metering, however it ended.
 *
 * @param call the call
 * @param startedAt when it arrived
 * @param owner whose call it was
 * @param tier the code of the tier that opened the alias
 * @param alias what the caller asked for
 * @param attribution what it is booked under
 * @param requestClass the request class, if the caller or the alias named one
 * @param sensitivity the sensitivity in force
 * @param servedBy who served it; null when nobody did
 * @param tokens what it used, all attempts together
 * @param images images of the prompt that were charged for
 * @param cost what it cost, rounded up; {@code excess} is part of it
 * @param cache {@code exact}, {@code semantic}, {@code miss} or {@code bypass}
 * @param status the HTTP status of the answer
 * @param outcome {@code answered}, {@code broken}, {@code cancelled}, {@code interrupted} or a code
 *     of the contract
 * @param streamed whether the answer was a stream
 * @param attempts how many candidates were called
 * @param latencyMs milliseconds from arrival to the last byte
 * @param ttftMs milliseconds from arrival to the provider's first byte; null when none came
 * @param replica the gateway that served it
 * @param bookings what it takes from each budget that it counts in: {@code cost} less {@code
 *     excess}; empty where no budget applies
 * @param excess what the provider reported above the reserved upper bound; no budget bears it
 * @param flag why it is not simply what the provider reported; null when it is
 * @param beneath the attempts in their order, where there was more than one: their tokens and costs
 *     add up to the row's; empty for one attempt, of which the row tells all
 */
public record UsageRow(
    CallId call,
    Instant startedAt,
    CallOwner owner,
    String tier,
    String alias,
    Attribution attribution,
    @Nullable String requestClass,
    Sensitivity sensitivity,
    @Nullable ServedBy servedBy,
    TokenCount tokens,
    int images,
    NanoUsd cost,
    String cache,
    int status,
    String outcome,
    boolean streamed,
    int attempts,
    double latencyMs,
    @Nullable Double ttftMs,
    String replica,
    List<Booking> bookings,
    NanoUsd excess,
    @Nullable UsageFlag flag,
    List<Attempt> beneath) {

  /** What a call's row says that the gateway's death left open. */
  public static final String INTERRUPTED = "interrupted";

  /**
   * Copies the lists; refuses an excess that is more than the cost, less than no image, and
   * attempts that do not add up to the cost.
   */
  public UsageRow {
    bookings = List.copyOf(bookings);
    beneath = List.copyOf(beneath);
    if (!beneath.isEmpty()
        && beneath.stream().mapToLong(one -> one.cost().value()).sum() != cost.value()) {
      throw new IllegalArgumentException("a row costs what its attempts cost");
    }
    if (images < 0) {
      throw new IllegalArgumentException("less than no image");
    }
    if (excess.value() < 0 || excess.value() > cost.value()) {
      throw new IllegalArgumentException("an excess is part of the cost");
    }
  }
}
