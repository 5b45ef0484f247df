package io.marketplace.launcher;

import io.marketplace.launcher.check.Verification;
import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.supervise.Console;
import io.marketplace.launcher.supervise.Supervisor;
import java.util.List;
import java.util.Map;

/**
 * {@code test}: every check that guards the main branch. Exit code 0 when all passed and none was
 * skipped by accident.
 */
final class TestCommand {
  private final Settings settings;

  TestCommand(Settings settings) {
    this.settings = settings;
  }

  int run(Options options) throws InterruptedException {
    if (!options.flags().isEmpty() || !options.words().isEmpty()) {
      System.err.print("marketplace: test takes no arguments.\n" + Usage.TEXT);
      return Launcher.NOT_UNDERSTOOD;
    }
    Verification verification = new Verification(settings, TestCommand::start);
    return verification.run() ? Launcher.DONE : Launcher.FAILED;
  }

  private static Verification.Running start(Settings scratch) throws InterruptedException {
    Supervisor supervisor =
        new Marketplace(scratch, Options.parse(List.of())).supervisor(new Console(System.out));
    supervisor.start();
    // Tests may kill a part to see what happens, and ask for it again.
    Thread watch =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    supervisor.watch();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    return new Verification.Running() {
      @Override
      public Map<String, String> environment() {
        return Marketplace.envFile(scratch).read();
      }

      @Override
      public void stop() {
        supervisor.end();
        watch.interrupt();
      }
    };
  }
}
