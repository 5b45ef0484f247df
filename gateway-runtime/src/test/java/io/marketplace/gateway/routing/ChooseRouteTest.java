package io.marketplace.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.marketplace.gateway.body.BodyParser;
import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.CallTrace;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.provider.PoolHealth;
import io.marketplace.gateway.snapshot.Candidate;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.gateway.snapshot.Endpoint;
import io.marketplace.gateway.snapshot.Pool;
import io.marketplace.gateway.snapshot.Provider;
import io.marketplace.gateway.snapshot.Route;
import io.marketplace.gateway.snapshot.Timeouts;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.policy.ProviderTraits;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.ProviderId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChooseRouteTest {

  private static final int DRAWS = 20_000;

  /** A fixed seed: the shares below are the same in every run. */
  private final Random random = new Random(42);

  private final ChooseRoute choose = new ChooseRoute(new PoolHealth(), random::nextDouble);

  @Test
  void amongEqualsEachComesFirstAsOftenAsItsWeightSays() {
    List<Candidate> group = List.of(candidate("one", 1), candidate("three", 3));

    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < DRAWS; i++) {
      first.merge(chosen(List.of(group)).getFirst().getFirst().pool().name(), 1, Integer::sum);
    }

    assertThat(first.getOrDefault("one", 0) / (double) DRAWS).isCloseTo(0.25, within(0.01));
    assertThat(first.getOrDefault("three", 0) / (double) DRAWS).isCloseTo(0.75, within(0.01));
  }

  @Test
  void weightNoughtIsTriedLastButTried() {
    List<Candidate> group = List.of(candidate("spare", 0), candidate("one", 0.001));
    for (int i = 0; i < 1_000; i++) {
      assertThat(chosen(List.of(group)).getFirst())
          .extracting(candidate -> candidate.pool().name())
          .containsExactly("one", "spare");
    }
  }

  @Test
  void fallbackGroupsKeepTheirOrder() {
    List<List<Candidate>> groups =
        List.of(
            List.of(candidate("a", 1), candidate("b", 1)),
            List.of(candidate("c", 100), candidate("d", 1)));
    for (int i = 0; i < 1_000; i++) {
      List<List<Candidate>> chosen = chosen(groups);
      assertThat(names(chosen.getFirst())).containsExactlyInAnyOrder("a", "b");
      assertThat(names(chosen.getLast())).containsExactlyInAnyOrder("c", "d");
    }
  }

  @Test
  void aPoolWithoutEndpointsIsLeftOut() {
    Candidate nowhere = new Candidate(pool("nowhere", List.of()), "m", 1, null, null);

    assertThat(chosen(List.of(List.of(nowhere), List.of(candidate("here", 1)))))
        .extracting(ChooseRouteTest::names)
        .containsExactly(List.of("here"));
    assertThatThrownBy(() -> chosen(List.of(List.of(nowhere))))
        .isInstanceOf(GatewayProblem.class)
        .hasMessageContaining("takes connections");
  }

  private static List<String> names(List<Candidate> group) {
    return group.stream().map(candidate -> candidate.pool().name()).toList();
  }

  private List<List<Candidate>> chosen(List<List<Candidate>> groups) {
    List<List<Candidate>> seen = new ArrayList<>();
    Answer unused =
        choose.apply(
            call(groups),
            call -> {
              seen.addAll(call.candidates());
              return Answer.plain(200, "text/plain", new byte[0]);
            });
    return seen;
  }

  private static GatewayCall call(List<List<Candidate>> groups) {
    byte[] body =
        "{\"model\":\"utility\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"
            .getBytes(StandardCharsets.UTF_8);
    GatewayCall.Arrival arrival =
        new GatewayCall.Arrival(
            CallId.create(),
            Instant.EPOCH,
            Operation.CHAT,
            name -> null,
            new BodyParser().parse(body, Operation.CHAT.shape()),
            Documents.parser().parse(new Documents().json()),
            Long.MAX_VALUE);
    return new GatewayCall(arrival, new CallTrace(0))
        .withRoute(new Route("utility", "utility", 1, groups, Timeouts.DEFAULT, null));
  }

  private static Candidate candidate(String name, double weight) {
    List<Endpoint> endpoints =
        Stream.of("http://127.0.0.1:1/" + name).flatMap(url -> Endpoint.of(url).stream()).toList();
    return new Candidate(pool(name, endpoints), "m", weight, null, null);
  }

  private static Pool pool(String name, List<Endpoint> endpoints) {
    Provider provider =
        new Provider(
            ProviderId.create(), ProviderTraits.of("provider", "EU", List.of(), Map.of()), null);
    return new Pool(PoolId.create(), name, provider, "other", "openai", endpoints, null);
  }
}
