package io.marketplace.gateway.door;

import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.problem.ProblemCode;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that large bodies may take together, so that some dozens of images at once end neither
 * the gateway nor the calls of others. A body counts twice, because it is written anew for its
 * provider. A call that finds no room waits for it a while, its body still with its sender.
 * Thread-safe.
 */
public final class BodyRoom {
  /** Bodies of usual prompts are not counted. */
  static final int FREE_BYTES = 64 * 1024;

  private static final int UNIT = 1024;
  private static final String RETRY_SECONDS = "2";

  private final Semaphore units;
  private final int most;
  private final long patienceMs;

  /**
   * Makes room.
   *
   * @param bytes that all bodies may take together
   * @param patienceMs how long a call waits for its part
   */
  public BodyRoom(long bytes, long patienceMs) {
    most = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / UNIT));
    units = new Semaphore(most, true);
    this.patienceMs = patienceMs;
  }

  /** A third of the heap, and the time in which a busy gateway answers several calls. */
  public static BodyRoom ofHeap() {
    return new BodyRoom(Runtime.getRuntime().maxMemory() / 3, 5_000);
  }

  /** The part of one call; nothing yet. */
  public Part part() {
    return new Part();
  }

  /** What one call holds until it has ended; confined to its thread. */
  public final class Part implements AutoCloseable {
    private int held;

    private Part() {}

    /**
     * Waits for the room of a body of {@code bytes}, less what is held already.
     *
     * @throws GatewayProblem {@code pool_saturated} when there is none in time
     */
    void hold(long bytes) {
      int wanted =
          bytes <= FREE_BYTES ? 0 : (int) Math.min(most, Math.ceilDiv(bytes * 2, (long) UNIT));
      if (wanted <= held) {
        return;
      }
      try {
        if (!units.tryAcquire(wanted - held, patienceMs, TimeUnit.MILLISECONDS)) {
          throw full();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw full();
      }
      held = wanted;
    }

    private static GatewayProblem full() {
      return new GatewayProblem(
          ProblemCode.POOL_SATURATED,
          "The gateway holds as many large bodies as it has memory for. Try again shortly.",
          null,
          Map.of("Retry-After", RETRY_SECONDS));
    }

    @Override
    public void close() {
      units.release(held);
      held = 0;
    }
  }
}
