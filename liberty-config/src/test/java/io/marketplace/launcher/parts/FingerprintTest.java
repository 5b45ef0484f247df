package io.marketplace.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

  @TempDir private Path root;

  @BeforeEach
  void twoModules() throws IOException {
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    write("model/pom.xml", "<artifactId>model</artifactId>");
    write("model/src/main/java/A.java", "class A {}");
    write("ui/pom.xml", "<artifactId>ui</artifactId><artifactId>model</artifactId>");
    write("ui/src/main/java/B.java", "class B {}");
  }

  @Test
  void changesWithTheSourcesOfWhatAModuleDependsOn() throws IOException {
    Fingerprint fingerprint = new Fingerprint(root, List.of("model", "ui"));
    String model = fingerprint.of("model");
    String ui = fingerprint.of("ui");

    write("model/src/main/java/A.java", "class A { int x; }");

    assertThat(fingerprint.of("model")).isNotEqualTo(model);
    assertThat(fingerprint.of("ui")).isNotEqualTo(ui);
  }

  @Test
  void ignoresTestsTimesAndWhatTheBuildGenerates() throws IOException {
    Fingerprint fingerprint = new Fingerprint(root, List.of("model", "ui"));
    String ui = fingerprint.of("ui");

    write("ui/src/test/java/T.java", "class T {}");
    write("ui/src/main/frontend/generated/index.ts", "x");
    write("ui/src/main/java/B.java", "class B {}");

    assertThat(fingerprint.of("ui")).isEqualTo(ui);
    assertThat(fingerprint.closure("ui")).containsExactly("model", "ui");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.resolveSibling(""));
    Files.writeString(path, text);
  }
}
