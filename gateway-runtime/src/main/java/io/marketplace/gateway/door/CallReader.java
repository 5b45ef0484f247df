package io.marketplace.gateway.door;

import io.marketplace.gateway.body.BodyParser;
import io.marketplace.gateway.keys.AuthenticateKey;
import io.marketplace.gateway.line.CallHeaders;
import io.marketplace.gateway.line.CallTrace;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.gateway.snapshot.Snapshot;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a request into a call: the body up to its limit, and of it only what the line needs. */
public final class CallReader {
  /** A day; longer deadlines are mistakes. */
  private static final long MAX_DEADLINE_MS = 86_400_000;

  private final BodyParser parser = new BodyParser();
  private final AuthenticateKey keys;
  private final Supplier<@Nullable Snapshot> snapshots;
  private final Clock clock;
  private final int maxBody;

  /** {@code maxBody} in bytes. */
  public CallReader(
      AuthenticateKey keys, Supplier<@Nullable Snapshot> snapshots, Clock clock, int maxBody) {
    this.keys = keys;
    this.snapshots = snapshots;
    this.clock = clock;
    this.maxBody = maxBody;
  }

  /**
   * Reads a call.
   *
   * @param declaredLength the request's Content-Length; negative if it has none
   * @param room where the body is kept; closed by the caller when the call has ended
   * @throws GatewayProblem for a body or header at fault, {@code snapshot_stale} while there is no
   *     configuration, {@code pool_saturated} without room, {@code invalid_api_key} for a large
   *     body without a key
   * @throws IOException when the client goes away
   */
  public GatewayCall read(
      CallId id,
      Operation operation,
      CallHeaders headers,
      InputStream body,
      long declaredLength,
      BodyRoom.Part room)
      throws IOException {
    long start = System.nanoTime();
    CallHeaders checked = new BoundedHeaders(headers);
    byte[] bytes = bytes(checked, body, declaredLength, room);
    Snapshot snapshot = snapshot();
    long deadline = deadline(checked, start);
    GatewayCall.Arrival arrival =
        new GatewayCall.Arrival(
            id,
            clock.instant(),
            operation,
            checked,
            parser.parse(bytes, operation.shape()),
            snapshot,
            deadline);
    return new GatewayCall(arrival, new CallTrace(start));
  }

  /** The newest configuration, or the problem that there is none. */
  Snapshot snapshot() {
    Snapshot snapshot = snapshots.get();
    if (snapshot == null) {
      throw new GatewayProblem(
          ProblemCode.SNAPSHOT_STALE, "The gateway has no configuration yet. Try again shortly.");
    }
    return snapshot;
  }

  private byte[] bytes(
      CallHeaders headers, InputStream body, long declaredLength, BodyRoom.Part room)
      throws IOException {
    if (declaredLength > maxBody) {
      throw tooLarge();
    }
    if (declaredLength >= 0) {
      if (declaredLength > BodyRoom.FREE_BYTES) {
        room(headers, room, declaredLength);
      }
      byte[] all = new byte[(int) declaredLength];
      if (body.readNBytes(all, 0, all.length) < all.length) {
        throw GatewayProblem.badRequest("The body ended before its Content-Length.", null);
      }
      return all;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream(8 * 1024);
    byte[] buffer = new byte[8 * 1024];
    int count;
    while ((count = body.read(buffer)) >= 0) {
      if (all.size() + count > maxBody) {
        throw tooLarge();
      }
      if (all.size() <= BodyRoom.FREE_BYTES && all.size() + count > BodyRoom.FREE_BYTES) {
        // Nobody says how much is to come.
        room(headers, room, maxBody);
      }
      all.write(buffer, 0, count);
    }
    return all.toByteArray();
  }

  /** Only for a key that works: the room is there for all, and a body may come slowly. */
  private void room(CallHeaders headers, BodyRoom.Part room, long bytes) {
    KeyEntry unused = keys.authenticate(headers, snapshot());
    room.hold(bytes);
  }

  private GatewayProblem tooLarge() {
    return new GatewayProblem(
        ProblemCode.REQUEST_TOO_LARGE, "The body is larger than " + maxBody + " bytes.");
  }

  private static long deadline(CallHeaders headers, long start) {
    String text = headers.first("Marketplace-Deadline-Ms");
    if (text == null) {
      return Long.MAX_VALUE;
    }
    try {
      long millis = Long.parseLong(text.strip());
      if (millis >= 1 && millis <= MAX_DEADLINE_MS) {
        return start + millis * 1_000_000L;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    throw GatewayProblem.badRequest(
        "Marketplace-Deadline-Ms must be a whole number from 1 to " + MAX_DEADLINE_MS + ".",
        "Marketplace-Deadline-Ms");
  }
}
