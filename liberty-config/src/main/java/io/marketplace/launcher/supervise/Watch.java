package io.marketplace.launcher.supervise;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.part.PartGraph;
import io.marketplace.launcher.part.PartState;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Looks after parts that run: notices when one ends by itself, starts it again where that helps,
 * and does what other commands wish. What takes time happens beside the looking.
 */
final class Watch {
  private static final String GATEWAY = "gateway";

  private final Settings settings;
  private final Board board;
  private final PartGraph graph;
  private final Owner owner;
  private final Wish mend;
  private final Wish gateways;
  private final Revival revival = new Revival();

  /** Parts that are being started, and wishes that are being done. */
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  Watch(Settings settings, Board board, PartGraph graph, Owner owner) {
    this.settings = settings;
    this.board = board;
    this.graph = graph;
    this.owner = owner;
    this.mend = Wish.mend(settings);
    this.gateways = Wish.gateways(settings);
  }

  /** Wishes of an earlier run are nobody's any more. */
  void forgetOldWishes() {
    mend.done();
    gateways.done();
  }

  /** Looks once; {@code nowNanos} is on the clock of {@link System#nanoTime}. */
  void look(long nowNanos) {
    for (Part part : graph.dead()) {
      if (state(part.name()).filter(PartState.READY::equals).isPresent()) {
        noteEnd(part, nowNanos);
      } else if (part.revives() && revival.due(part.name(), nowNanos)) {
        beside(part.name(), () -> revive(part));
      }
    }
    if (mend.asked().isPresent()) {
      beside("wish: mend", this::mendAll);
    }
    gateways.asked().ifPresent(number -> beside("wish: gateways", () -> resize(number)));
  }

  private void noteEnd(Part part, long nowNanos) {
    String again =
        part.revives()
            ? "; starts again in " + Console.seconds(revival.ended(part.name(), nowNanos))
            : "";
    board.changed(
        part.name(),
        PartState.DIED,
        0,
        "ended by itself%s; its log: %s"
            .formatted(again, settings.logs().resolve(part.name() + ".log")));
  }

  private void revive(Part part) {
    String time = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString();
    if (restart(part)) {
      int count = revival.count(part.name());
      board.remark(
          part.name(),
          "started again %s, last at %s UTC"
              .formatted(count == 1 ? "once" : count + " times", time));
    } else {
      revival.ended(part.name(), System.nanoTime());
    }
  }

  private void mendAll() {
    for (Part part : graph.dead()) {
      if (busy.add(part.name())) {
        restart(part);
        busy.remove(part.name());
      }
    }
    mend.done();
  }

  private boolean restart(Part part) {
    return attempt(part.name(), () -> graph.restart(part.name()));
  }

  private boolean attempt(String part, Runnable start) {
    try {
      start.run();
      return true;
    } catch (LaunchFailure e) {
      board.changed(part, PartState.DIED, 0, e.sentence());
      return false;
    }
  }

  private void resize(String number) {
    List<Part> wanted = owner.gateways(Integer.parseInt(number));
    Set<String> names = wanted.stream().map(Part::name).collect(Collectors.toSet());
    for (String name : graph.names()) {
      if (name.startsWith(GATEWAY) && !names.contains(name)) {
        graph.remove(name);
        board.forget(name);
      }
    }
    for (Part part : wanted) {
      if (!graph.names().contains(part.name())) {
        attempt(part.name(), () -> graph.add(part));
      }
    }
    try {
      owner.started();
    } catch (IOException e) {
      board.remark(GATEWAY, "the env file could not be written: " + e.getMessage());
    }
    gateways.done();
  }

  private Optional<PartState> state(String part) {
    return board.view().parts().stream()
        .filter(status -> status.name().equals(part))
        .map(PartStatus::state)
        .findFirst();
  }

  private void beside(String what, Runnable work) {
    if (busy.add(what)) {
      Thread.ofVirtual()
          .name(what)
          .start(
              () -> {
                try {
                  work.run();
                } finally {
                  busy.remove(what);
                }
              });
    }
  }
}
