package io.marketplace.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class BodyRoomTest {
  private static final long MIB = 1024L * 1024;

  @Test
  void refusesWhatFindsNoRoomInTime() {
    BodyRoom room = new BodyRoom(4 * MIB, 10);
    try (BodyRoom.Part first = room.part();
        BodyRoom.Part second = room.part()) {
      first.hold(2 * MIB);
      GatewayProblem refused = catchThrowableOfType(GatewayProblem.class, () -> second.hold(MIB));
      assertThat(refused.code()).isEqualTo(ProblemCode.POOL_SATURATED);
      assertThat(refused.headers()).containsKey("Retry-After");
    }
    try (BodyRoom.Part third = room.part()) {
      third.hold(2 * MIB);
    }
  }

  @Test
  void letsSmallBodiesPassAFullRoom() {
    BodyRoom room = new BodyRoom(MIB, 10);
    try (BodyRoom.Part large = room.part();
        BodyRoom.Part small = room.part()) {
      large.hold(MIB);
      small.hold(BodyRoom.FREE_BYTES);
    }
  }

  @Test
  void takesABodyLargerThanAllOfItAlone() {
    BodyRoom room = new BodyRoom(MIB, 10);
    try (BodyRoom.Part huge = room.part()) {
      huge.hold(100 * MIB);
      BodyRoom.Part other = room.part();
      assertThat(catchThrowableOfType(GatewayProblem.class, () -> other.hold(MIB))).isNotNull();
    }
  }

  @Test
  void growsWithoutCountingTwice() {
    BodyRoom room = new BodyRoom(4 * MIB, 10);
    try (BodyRoom.Part part = room.part()) {
      part.hold(MIB);
      part.hold(2 * MIB);
      part.hold(MIB);
    }
    try (BodyRoom.Part all = room.part()) {
      all.hold(2 * MIB);
    }
  }

  @Test
  void neverGivesOutMoreThanThereIs() throws Exception {
    BodyRoom room = new BodyRoom(8 * MIB, 30_000);
    AtomicLong held = new AtomicLong();
    AtomicLong most = new AtomicLong();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        calls.add(
            callers.submit(
                () -> {
                  try (BodyRoom.Part part = room.part()) {
                    part.hold(MIB);
                    most.accumulateAndGet(held.addAndGet(2 * MIB), Math::max);
                    LockSupport.parkNanos(1_000);
                    held.addAndGet(-2 * MIB);
                  }
                }));
      }
      for (Future<?> call : calls) {
        call.get();
      }
    }
    assertThat(most.get()).isLessThanOrEqualTo(8 * MIB);
  }
}
