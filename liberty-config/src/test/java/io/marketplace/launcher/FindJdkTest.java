package io.marketplace.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The choice of a JDK in {@code find-jdk.sh}. */
class FindJdkTest {

  @TempDir private Path folder;

  @Test
  void takesTheNewest() throws IOException, InterruptedException {
    jdk("jdk-17", "17.0.15");
    jdk("jdk-21", "21.0.2");
    jdk("jdk-25", "25");

    assertThat(newest()).isEqualTo(folder.resolve("jdk-25").toString());
  }

  @Test
  void passesOverWhatIsTooOldOrHasNoCompiler() throws IOException, InterruptedException {
    jdk("jdk-17", "17.0.15");
    Path runtime = jdk("jre-25", "25.0.1");
    Files.delete(runtime.resolve("bin/javac"));

    assertThat(newest()).isEmpty();
  }

  @Test
  void javaHomeWinsWhenItIsNewEnough() throws IOException, InterruptedException {
    Path chosen = jdk("jdk-21", "21.0.2");

    assertThat(run("JAVA_HOME=" + chosen + "; find_jdk")).isEqualTo(chosen.toString());
  }

  @Test
  void anOldJavaHomeIsPassedOver() throws IOException, InterruptedException {
    Path old = jdk("jdk-8", "1.8.0_402");

    assertThat(run("JAVA_HOME=" + old + "; find_jdk")).isNotEqualTo(old.toString());
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Path compiler = Files.createFile(home.resolve("bin/javac"));
    assertThat(compiler.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private String newest() throws IOException, InterruptedException {
    return run("newest_jdk '" + folder + "'/*");
  }

  private static String run(String script) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("bash", "-c", ". src/main/launcher/find-jdk.sh; " + script).start();
    String answer =
        new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    shell.waitFor();
    return answer;
  }
}
