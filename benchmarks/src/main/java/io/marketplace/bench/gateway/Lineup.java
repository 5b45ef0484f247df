package io.marketplace.bench.gateway;

import io.marketplace.bench.contender.Contender;
import io.marketplace.bench.contender.Envoy;
import io.marketplace.bench.contender.LiteLlm;
import io.marketplace.bench.contender.MockProcess;
import io.marketplace.bench.contender.Nginx;
import io.marketplace.bench.contender.NginxProgram;
import io.marketplace.bench.contender.Portkey;
import io.marketplace.bench.contender.ProxyProcess;
import io.marketplace.bench.control.BenchEnv;
import io.marketplace.bench.control.BenchKeys;
import io.marketplace.bench.control.ControlApi;
import io.marketplace.bench.drive.Driver;
import io.marketplace.bench.drive.Lane;
import io.marketplace.bench.problem.BenchFailure;
import io.marketplace.bench.report.ContenderFacts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Who takes part in a run: each is fetched if need be, started, asked once, and ended. */
final class Lineup implements AutoCloseable {

  private static final Duration FIRST_ANSWER = Duration.ofMinutes(5);

  private final BenchEnv env;
  private final GatewayOptions options;
  private final Driver driver;
  private final Path folder;
  private final Map<String, String> headers;
  private final Servers servers = new Servers();
  private final List<Contender> contenders = new ArrayList<>();
  private final List<ContenderFacts> facts = new ArrayList<>();
  private Optional<Marketplace> marketplace = Optional.empty();

  /**
   * @param folder where programs, configurations and logs of the contenders go
   */
  Lineup(
      BenchEnv env,
      GatewayOptions options,
      Driver driver,
      Path folder,
      Map<String, String> headers) {
    this.env = env;
    this.options = options;
    this.driver = driver;
    this.folder = folder;
    this.headers = headers;
  }

  /** Starts all that are wanted, in a fixed order, in front of {@code mock}. */
  void start(MockProcess mock) {
    URI upstream = mock.base();
    String alias = options.alias();
    if (wanted(Contender.NGINX)) {
      Path program = NginxProgram.find();
      begin(
          "",
          () -> {
            Nginx nginx = Nginx.start(program, upstream, folder.resolve("nginx"));
            servers.add(nginx::close);
            return nginx.contender(alias, headers);
          });
    }
    if (wanted(Contender.MOCK)) {
      begin("", () -> mock.contender(alias, headers));
    }
    Path programs = folder.resolve("contenders");
    if (wanted(Contender.ENVOY)) {
      Envoy.fetch(programs)
          .ifPresent(
              program ->
                  begin(
                      Envoy.VERSION,
                      () -> served(Envoy.start(program, upstream)).contender(alias, headers)));
    }
    if (wanted(Contender.PORTKEY)) {
      Portkey.fetch(programs)
          .ifPresent(
              program ->
                  begin(
                      Portkey.VERSION,
                      () ->
                          served(Portkey.start(program))
                              .contender(alias, Portkey.headers(headers, upstream))));
    }
    if (wanted(Contender.LITELLM)) {
      LiteLlm.fetch(programs)
          .ifPresent(
              program ->
                  begin(
                      LiteLlm.VERSION,
                      () ->
                          served(LiteLlm.start(program, upstream, alias))
                              .contender(alias, headers)));
    }
    if (wanted(Contender.MARKETPLACE)) {
      lend(upstream);
    }
    giveKeys();
  }

  private ProxyProcess served(ProxyProcess process) {
    servers.add(process::close);
    return process;
  }

  /** Starts one, times it to its first right answer, and leaves it out when it gives none. */
  private void begin(String version, Supplier<Contender> start) {
    long begin = System.nanoTime();
    Contender contender = start.get();
    while (driver.warmUp(contender.target(), 1, 1, FIRST_ANSWER).right() == 0) {
      if (System.nanoTime() - begin > FIRST_ANSWER.toNanos()) {
        if (Contender.ours(contender.name())) {
          throw new BenchFailure(contender.name() + " gives no right answer.");
        }
        System.out.println(contender.name() + " is left out: it gives no right answer.");
        return;
      }
    }
    long millis = (System.nanoTime() - begin) / 1_000_000;
    contenders.add(contender);
    facts.add(
        new ContenderFacts(
            contender.name(), version, millis, contender.processes().residentKiB(), 0));
  }

  private void lend(URI upstream) {
    Marketplace lent = Marketplace.lend(env, options.alias(), upstream, headers);
    servers.add(lent::close);
    Contender contender = lent.contender();
    long idle = contender.processes().residentKiB();
    lent.awaitRoute(driver);
    contenders.add(contender);
    facts.add(new ContenderFacts(contender.name(), "", Marketplace.startMillis(env), idle, 0));
    marketplace = Optional.of(lent);
  }

  /** Keys for the lanes of several; without the marketplace anything will do. */
  private void giveKeys() {
    int most = options.lanes().stream().mapToInt(Lane::keys).max().orElse(1);
    if (most == 1) {
      return;
    }
    List<String> keys;
    if (marketplace.isPresent()) {
      BenchKeys issued =
          BenchKeys.issue(
              ControlApi.as(env, "DEVELOPER"),
              options.alias(),
              most,
              headers.getOrDefault(Labels.WORKFLOW, "bench"));
      servers.add(issued::close);
      keys = issued.secrets();
    } else {
      keys = IntStream.range(0, most).mapToObj(i -> "bench-key-%020d".formatted(i)).toList();
    }
    contenders.replaceAll(contender -> contender.withKeys(keys));
  }

  private boolean wanted(String contender) {
    return options.contenders().contains(contender);
  }

  /** Those that take part. */
  List<Contender> contenders() {
    return List.copyOf(contenders);
  }

  /** The gateway, if it takes part. */
  Optional<Marketplace> marketplace() {
    return marketplace;
  }

  /** What is told of them, with their memory as it is now. */
  List<ContenderFacts> facts() {
    return facts.stream()
        .map(
            fact ->
                contenders.stream()
                    .filter(contender -> contender.name().equals(fact.name()))
                    .findFirst()
                    .map(contender -> fact.loaded(contender.processes().residentKiB()))
                    .orElse(fact))
        .toList();
  }

  /** Ends them all and gives back what was lent. */
  @Override
  public void close() {
    servers.close();
  }
}
