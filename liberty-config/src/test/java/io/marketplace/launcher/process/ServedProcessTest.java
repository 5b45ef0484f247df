package io.marketplace.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.launcher.part.LaunchFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedProcessTest {

  private static final Path SUPERVISE = Path.of("src/main/launcher/supervise.sh").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void startsAndStopsWithItsSignal() throws InterruptedException {
    Path stopped = folder.resolve("stopped");
    ServedProcess process =
        process(
            "trap 'touch " + stopped + "; exit 0' USR2; touch up; while :; do sleep 0.05; done",
            // not INT: a shell started in the background cannot trap it
            "USR2");

    process.start(() -> Files.exists(folder.resolve("up")), Duration.ofSeconds(20));
    assertThat(process.alive()).isTrue();
    assertThat(ProcessMark.read(folder.resolve("run/part.pid")).flatMap(ProcessMark::live))
        .isPresent();

    process.stop();
    assertThat(process.alive()).isFalse();
    assertThat(stopped).exists();
    assertThat(folder.resolve("run/part.pid")).doesNotExist();
  }

  @Test
  void aPartThatDiesAtItsStartIsNamedWithItsLogAndExitCode() {
    ServedProcess process = process("echo 'No space left on device'; exit 3", "TERM");

    assertThatThrownBy(() -> process.start(() -> false, Duration.ofSeconds(20)))
        .isInstanceOfSatisfying(
            LaunchFailure.class,
            failure -> {
              assertThat(failure.sentence())
                  .contains("part ended", "exit code 3", "The disk is full", "part.log");
              assertThat(failure.log()).contains(folder.resolve("logs/part.log"));
            });
  }

  @Test
  void endsByForceWhatDoesNotListen() throws InterruptedException {
    ServedProcess process = process("trap '' TERM; touch up; while :; do sleep 0.05; done", "TERM");
    process.start(() -> Files.exists(folder.resolve("up")), Duration.ofSeconds(20));

    process.stop();

    assertThat(process.alive()).isFalse();
  }

  private ServedProcess process(String script, String signal) {
    return new ServedProcess(
        new ProcessSpec(
            "part",
            List.of("bash", "-c", script),
            Map.of(),
            folder,
            signal,
            Duration.ofSeconds(2),
            new ProcessSpec.Places(folder.resolve("logs"), folder.resolve("run"), SUPERVISE)));
  }
}
