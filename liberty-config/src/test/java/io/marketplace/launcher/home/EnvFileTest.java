package io.marketplace.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {

  @TempDir private Path folder;

  @Test
  void aShellReadsWhatWasWritten() throws IOException, InterruptedException {
    Path file = folder.resolve("env");
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PORTAL_URL", "http://127.0.0.1:9080");
    variables.put("ODD", "it's $HOME \"and\" `more`");
    EnvFile env = new EnvFile(file);

    env.write(variables);

    assertThat(env.read()).isEqualTo(variables);
    Process shell =
        new ProcessBuilder(
                "bash", "-c", ". " + file + " && printf '%s|%s' \"$PORTAL_URL\" \"$ODD\"")
            .start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("http://127.0.0.1:9080|it's $HOME \"and\" `more`");
    assertThat(shell.waitFor()).isZero();
  }

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    Path file = folder.resolve("env");

    new EnvFile(file).write(Map.of("OPENAI_API_KEY", "secret"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void noFileReadsAsNothing() {
    assertThat(new EnvFile(folder.resolve("env")).read()).isEmpty();
  }
}
