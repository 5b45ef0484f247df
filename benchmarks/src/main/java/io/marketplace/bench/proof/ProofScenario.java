package io.marketplace.bench.proof;

import io.marketplace.bench.control.BenchEnv;
import io.marketplace.bench.options.Options;
import io.marketplace.bench.problem.BenchFailure;
import io.marketplace.bench.report.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The proofs as scenarios of {@code ./marketplace bench}. */
public final class ProofScenario {

  private ProofScenario() {}

  /** Whether {@code name} names one. */
  public static boolean known(String name) {
    return List.of("budget", "crash", "outage", "changes").contains(name);
  }

  /**
   * Runs one and writes down what it found.
   *
   * @return whether everything held
   * @throws BenchFailure if it cannot run
   */
  public static boolean run(String name, List<String> words, BenchEnv env) {
    if (!Files.isReadable(Path.of("/proc/net/tcp"))) {
      throw new BenchFailure("Processes are found through /proc: run the proofs on Linux.");
    }
    Options options =
        Options.parse(
            words,
            switch (name) {
              case "budget" -> BudgetProof.OPTIONS;
              case "crash" -> CrashProof.OPTIONS;
              case "outage" -> OutageProof.OPTIONS;
              default -> ChangeProof.OPTIONS;
            });
    Proof proof =
        switch (name) {
          case "budget" -> new BudgetProof(options);
          case "crash" -> new CrashProof(options);
          case "outage" -> new OutageProof(options);
          default -> new ChangeProof(options);
        };
    Finding finding = proof.run(env);
    System.out.println();
    System.out.print(finding.markdown());
    options.results().ifPresent(file -> Results.append(finding.markdown(), file));
    return finding.breaches().isEmpty();
  }
}
