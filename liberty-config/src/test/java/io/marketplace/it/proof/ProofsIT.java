package io.marketplace.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.bench.control.BenchEnv;
import io.marketplace.bench.options.Options;
import io.marketplace.bench.proof.BudgetProof;
import io.marketplace.bench.proof.ChangeProof;
import io.marketplace.bench.proof.CrashProof;
import io.marketplace.bench.proof.Finding;
import io.marketplace.bench.proof.OutageProof;
import io.marketplace.bench.proof.Proof;
import io.marketplace.it.control.Command;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Tries for seconds what {@code ./marketplace bench budget}, {@code crash}, {@code outage} and
 * {@code changes} try for minutes, on the started marketplace with a second gateway for the time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofsIT {

  @BeforeAll
  void aSecondGateway() {
    gateways(2);
  }

  @AfterAll
  void oneAgain() {
    gateways(1);
  }

  private static void gateways(int count) {
    // The environment describes the started marketplace, whose database is its own.
    Command.Said said =
        Command.run(
            Map.of("DATABASE_URL", "", "OIDC_ISSUER", ""),
            "up",
            "--gateways",
            Integer.toString(count));
    assertThat(said.exit()).as(said.text()).isZero();
  }

  private static Options options(Map<String, String> defaults, String... words) {
    return Options.parse(List.of(words), defaults);
  }

  private static void holds(Proof proof) {
    Finding finding = proof.run(BenchEnv.read(System.getenv()));
    assertThat(finding.breaches()).as(finding.markdown()).isEmpty();
  }

  @Test
  void aCapHoldsWhileAGatewayIsKilled() {
    holds(
        new BudgetProof(
            options(
                BudgetProof.OPTIONS,
                "--seconds",
                "12",
                "--clients",
                "40",
                "--kill-every",
                "8",
                "--delay",
                "20",
                "--step-calls",
                "200")));
  }

  @Test
  void whatWasAnsweredBeforeAKillIsBookedOnce() {
    holds(new CrashProof(options(CrashProof.OPTIONS, "--kills", "2", "--clients", "4")));
  }

  @Test
  void goodKeysWorkOnWithoutTheDatabase() {
    holds(
        new OutageProof(
            options(OutageProof.OPTIONS, "--seconds", "5", "--clients", "8", "--how", "hang")));
  }

  @Test
  void changesAreInForceOnBothWithinASecond() {
    holds(new ChangeProof(options(ChangeProof.OPTIONS, "--changes", "10")));
  }
}
