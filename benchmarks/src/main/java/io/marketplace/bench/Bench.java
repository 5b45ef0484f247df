package io.marketplace.bench;

import io.marketplace.bench.burn.BurnScenario;
import io.marketplace.bench.contender.MockProcess;
import io.marketplace.bench.control.BenchEnv;
import io.marketplace.bench.gateway.GatewayOptions;
import io.marketplace.bench.gateway.GatewayScenario;
import io.marketplace.bench.mock.MockUpstream;
import io.marketplace.bench.names.NamesScenario;
import io.marketplace.bench.problem.BenchFailure;
import io.marketplace.bench.proof.ProofScenario;
import java.io.IOException;
import java.util.List;

/**
 * The program behind {@code ./marketplace bench}. Exit codes: 0 measured and every answer right, 1
 * a wrong answer or a run that could not go on, 2 not understood.
 */
public final class Bench {

  private static final String USAGE =
      """
      bench gateway [options]   the gateway against others, with a mock upstream behind all
        --rounds N              how often every lane meets every contender (3)
        --seconds N             how long a lane is measured (8)
        --lanes A,B             closed-<connections>, open-<a second>, streams-<streams>x<chunks>; behind the first
                                two -60ms (upstream), -64keys, -prompt220k, -image5120k
        --contenders A,B        some of nginx, mock, envoy, portkey, litellm, marketplace
        --warm-up N             requests before a contender is measured (60000)
        --alias NAME            the route that is lent to the mock upstream (utility)
        --results FILE          where the table is appended (benchmarks/RESULTS.md)
        --no-write              print only
      bench names [options]     how fast check-names reads, beside ripgrep; needs no running marketplace
        --mib N                 how much is read in each round (512)
        --rounds N              how often (3)
        --results FILE, --no-write   as above
      bench budget [options]    many clients on one key's small cap while gateways are killed; exit 1 if a claim breaks
        --seconds N --clients N --kill-every SECONDS --delay MILLIS --step-calls N     (180, 200, 20, 50, 4000)
      bench crash [options]     gateways killed the moment a caller has the last byte
        --kills N --clients N                                                          (20, 8)
      bench outage [options]    Postgres away under load
        --seconds N --clients N --delay MILLIS --how stop|hang                         (60, 20, 20, stop)
      bench changes [options]   how soon revocations, policies and routes are in force on every gateway
        --changes N                                                                    (200)
                                each of these takes --results FILE and --no-write too
      bench burn [options]      the portal's questions to a large ledger, on the Postgres of MARKETPLACE_TEST_DB_URL
        --rows N                rows of the ledger (10000000)
        --hours N               over how many hours they are spread (24)
        --repeats N             how often each question is asked (5)
        --results FILE, --no-write   as above
      bench mock [--port N]     the mock upstream alone, until it is stopped (port 9471)
      """;

  private static final int MOCK_PORT = 9_471;

  private Bench() {}

  /** Runs the scenario that is named first; without a name, {@code gateway}. */
  public static void main(String[] arguments) {
    List<String> words = List.of(arguments);
    String scenario = words.isEmpty() ? "gateway" : words.getFirst();
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    int exit;
    try {
      exit =
          switch (scenario) {
            case "gateway" -> gateway(rest);
            case "burn" -> burn(rest);
            case "mock" -> mock(rest);
            case "names" -> {
              new NamesScenario(rest).run();
              yield 0;
            }
            case "help", "--help", "-h" -> {
              System.out.print(USAGE);
              yield 0;
            }
            case String proof when ProofScenario.known(proof) ->
                ProofScenario.run(proof, rest, BenchEnv.read(System.getenv())) ? 0 : 1;
            default -> {
              System.err.print(USAGE);
              yield 2;
            }
          };
    } catch (BenchFailure e) {
      System.err.println("bench: " + e.getMessage());
      exit = 1;
    }
    System.exit(exit);
  }

  private static int gateway(List<String> options) {
    GatewayOptions parsed = GatewayOptions.parse(options);
    BenchEnv env = BenchEnv.read(System.getenv());
    return new GatewayScenario(env, parsed, Bench.class.getName()).run() ? 0 : 1;
  }

  private static int burn(List<String> options) {
    new BurnScenario(options, System.getenv()).run();
    return 0;
  }

  private static int mock(List<String> options) {
    int port = MOCK_PORT;
    int at = options.indexOf("--port");
    if (at >= 0) {
      if (at + 1 == options.size() || !options.get(at + 1).matches("[0-9]{1,5}")) {
        throw new BenchFailure("--port takes a port.");
      }
      port = Integer.parseInt(options.get(at + 1));
    }
    try (MockUpstream mock = MockUpstream.start(port, 1)) {
      System.out.println("the mock upstream listens on " + mock.base());
      if (options.contains(MockProcess.CHILD)) {
        // The parent holds the other end; when it is gone there is nobody left to answer.
        while (System.in.read() >= 0) {}
      } else {
        Thread.currentThread().join();
      }
      return 0;
    } catch (IOException e) {
      throw new BenchFailure("The mock upstream lost its parent: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
