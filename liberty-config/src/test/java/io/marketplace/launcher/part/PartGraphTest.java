package io.marketplace.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PartGraphTest {

  private final List<String> events = new CopyOnWriteArrayList<>();
  private final Map<String, PartState> states = new ConcurrentHashMap<>();
  private final PartListener listener = (part, state, millis, detail) -> states.put(part, state);

  @Test
  void startsEachPartAfterWhatItNeeds() throws InterruptedException {
    PartGraph graph =
        new PartGraph(
            List.of(
                new Recorded("portal", Set.of("migrate")),
                new Recorded("postgres", Set.of()),
                new Recorded("migrate", Set.of("postgres"))),
            listener);

    graph.start();

    assertThat(events).containsExactly("start postgres", "start migrate", "start portal");
    assertThat(states.values()).containsOnly(PartState.READY);
  }

  @Test
  void startsSideBySideWhatDoesNotWait() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);
    PartGraph graph =
        new PartGraph(List.of(new Meeting("one", both), new Meeting("two", both)), listener);

    graph.start();

    assertThat(both.getCount()).isZero();
  }

  @Test
  void stopsTheLastFirst() throws InterruptedException {
    PartGraph graph =
        new PartGraph(
            List.of(new Recorded("postgres", Set.of()), new Recorded("portal", Set.of("postgres"))),
            listener);
    graph.start();
    events.clear();

    graph.stop();

    assertThat(events).containsExactly("stop portal", "stop postgres");
  }

  @Test
  void aFailureStopsTheRestAndStartsNothingMore() {
    PartGraph graph =
        new PartGraph(
            List.of(
                new Recorded("postgres", Set.of()),
                new Failing("migrate", Set.of("postgres")),
                new Recorded("portal", Set.of("migrate"))),
            listener);

    assertThatThrownBy(graph::start).isInstanceOf(LaunchFailure.class).hasMessage("broken");

    assertThat(events).contains("start postgres", "stop postgres").doesNotContain("start portal");
    assertThat(graph.dead()).isEmpty();
  }

  @Test
  void aFailureInterruptsWhatIsStillStarting() {
    Waiting slow = new Waiting("keycloak");
    PartGraph graph = new PartGraph(List.of(slow, new Failing("migrate", Set.of())), listener);

    assertThatThrownBy(graph::start).isInstanceOf(LaunchFailure.class);

    assertThat(events).contains("interrupted keycloak", "stop keycloak");
  }

  @Test
  void findsCirclesAndMissingNeeds() {
    assertThatThrownBy(
            () ->
                new PartGraph(
                    List.of(new Recorded("a", Set.of("b")), new Recorded("b", Set.of("a"))),
                    listener))
        .hasMessageContaining("circle");
    assertThatThrownBy(() -> new PartGraph(List.of(new Recorded("a", Set.of("nowhere"))), listener))
        .hasMessageContaining("nowhere");
  }

  @Test
  void takesPartsInAndOutWhileItRuns() throws InterruptedException {
    PartGraph graph = new PartGraph(List.of(new Recorded("gateway", Set.of())), listener);
    graph.start();

    graph.add(new Recorded("gateway-2", Set.of("gateway")));
    assertThat(graph.names()).containsExactlyInAnyOrder("gateway", "gateway-2");
    graph.remove("gateway-2");

    assertThat(events).containsExactly("start gateway", "start gateway-2", "stop gateway-2");
    assertThat(graph.names()).containsExactly("gateway");
    assertThat(states).containsEntry("gateway-2", PartState.STOPPED);
    graph.stop();
    assertThat(events).endsWith("stop gateway");
  }

  private class Recorded implements Part {
    private final String name;
    private final Set<String> needs;

    Recorded(String name, Set<String> needs) {
      this.name = name;
      this.needs = needs;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Set<String> needs() {
      return needs;
    }

    @Override
    public String start() throws InterruptedException {
      events.add("start " + name);
      return "";
    }

    @Override
    public void stop() {
      events.add("stop " + name);
    }
  }

  private final class Failing extends Recorded {
    Failing(String name, Set<String> needs) {
      super(name, needs);
    }

    @Override
    public String start() {
      throw new LaunchFailure("broken");
    }
  }

  private final class Meeting extends Recorded {
    private final CountDownLatch both;

    Meeting(String name, CountDownLatch both) {
      super(name, Set.of());
      this.both = both;
    }

    @Override
    public String start() throws InterruptedException {
      both.countDown();
      both.await();
      return "";
    }
  }

  private final class Waiting extends Recorded {
    Waiting(String name) {
      super(name, Set.of());
    }

    @Override
    public String start() throws InterruptedException {
      try {
        new CountDownLatch(1).await();
        return "";
      } catch (InterruptedException e) {
        events.add("interrupted " + name());
        throw e;
      }
    }
  }
}
