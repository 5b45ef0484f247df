package io.marketplace.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.part.PartGraph;
import io.marketplace.launcher.part.PartState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

  @TempDir private Path home;

  private final List<String> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger envWritten = new AtomicInteger();
  private final Mortal gateway = new Mortal("gateway", true);
  private final Mortal postgres = new Mortal("postgres", false);
  private Settings settings;
  private Board board;
  private PartGraph graph;
  private Watch watch;

  @BeforeEach
  void start() throws InterruptedException {
    settings = Settings.of(Path.of(".."), home, Map.of());
    board = new Board(Supervisor.boardFile(settings), part -> {});
    graph = new PartGraph(List.of(gateway, postgres), board);
    watch = new Watch(settings, board, graph, new Fleet());
    graph.start();
  }

  @Test
  void aGatewayThatDiedComesBackByItself() throws InterruptedException {
    gateway.dead = true;

    watch.look(System.nanoTime());
    assertThat(status("gateway").state()).isEqualTo(PartState.DIED);
    assertThat(status("gateway").detail()).contains("starts again in 0.5 s", "gateway.log");
    until(() -> status("gateway").detail().contains("started again once"));

    assertThat(status("gateway").state()).isEqualTo(PartState.READY);
    assertThat(gateway.alive()).isTrue();
  }

  @Test
  void whatKeepsFailingIsTriedLessAndLess() throws InterruptedException {
    gateway.dead = true;
    gateway.broken = true;
    watch.look(System.nanoTime());

    long now = System.nanoTime();
    until(() -> status("gateway").detail().contains("broken"), now + TimeUnit.SECONDS.toNanos(1));
    int tries = gateway.starts.get();
    watch.look(now + TimeUnit.SECONDS.toNanos(1));

    assertThat(gateway.starts).hasValue(tries);
    assertThat(status("gateway").state()).isEqualTo(PartState.DIED);
  }

  @Test
  void aDatabaseThatDiedWaitsUntilSomebodyAsks() throws InterruptedException {
    postgres.dead = true;
    watch.look(System.nanoTime());
    watch.look(System.nanoTime() + TimeUnit.HOURS.toNanos(1));
    assertThat(status("postgres").state()).isEqualTo(PartState.DIED);

    Wish.mend(settings).ask("all");
    until(() -> status("postgres").state() == PartState.READY);
    until(() -> Wish.mend(settings).asked().isEmpty());

    assertThat(postgres.starts).hasValue(2);
  }

  @Test
  void gatewaysComeAndGoAsWished() throws InterruptedException {
    Wish.gateways(settings).ask("3");
    until(() -> envWritten.get() == 1);
    until(() -> Wish.gateways(settings).asked().isEmpty());
    assertThat(graph.names())
        .containsExactlyInAnyOrder("gateway", "gateway-2", "gateway-3", "postgres");
    assertThat(gateway.starts).hasValue(1);

    Wish.gateways(settings).ask("1");
    until(() -> envWritten.get() == 2);
    until(() -> Wish.gateways(settings).asked().isEmpty());

    assertThat(graph.names()).containsExactlyInAnyOrder("gateway", "postgres");
    assertThat(events).contains("stop gateway-2", "stop gateway-3").doesNotContain("stop gateway");
    assertThat(board.view().parts()).extracting(PartStatus::name).doesNotContain("gateway-2");
  }

  private void until(BooleanSupplier done) throws InterruptedException {
    until(done, System.nanoTime());
  }

  /** Looks until it is so, on a clock that begins at {@code nanos} and runs as ours does. */
  private void until(BooleanSupplier done, long nanos) throws InterruptedException {
    long begin = System.nanoTime();
    while (!done.getAsBoolean()) {
      long passed = System.nanoTime() - begin;
      assertThat(passed).as("waited").isLessThan(TimeUnit.SECONDS.toNanos(20));
      watch.look(nanos + passed);
      Thread.sleep(20);
    }
  }

  private PartStatus status(String part) {
    return board.view().parts().stream()
        .filter(status -> status.name().equals(part))
        .findFirst()
        .orElseThrow();
  }

  private final class Fleet implements Owner {
    @Override
    public void started() {
      envWritten.incrementAndGet();
    }

    @Override
    public List<Part> gateways(int number) {
      return IntStream.rangeClosed(1, number)
          .<Part>mapToObj(i -> new Mortal(i == 1 ? "gateway" : "gateway-" + i, true))
          .toList();
    }
  }

  private final class Mortal implements Part {
    private final String name;
    private final boolean revives;
    private final AtomicInteger starts = new AtomicInteger();
    private volatile boolean dead;
    private volatile boolean broken;

    Mortal(String name, boolean revives) {
      this.name = name;
      this.revives = revives;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Set<String> needs() {
      return Set.of();
    }

    @Override
    public String start() {
      starts.incrementAndGet();
      if (broken) {
        throw new LaunchFailure("broken");
      }
      dead = false;
      return "";
    }

    @Override
    public void stop() {
      events.add("stop " + name);
    }

    @Override
    public boolean alive() {
      return !dead;
    }

    @Override
    public boolean revives() {
      return revives;
    }
  }
}
