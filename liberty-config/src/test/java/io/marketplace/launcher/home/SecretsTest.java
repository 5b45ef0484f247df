package io.marketplace.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir private Path folder;

  @Test
  void staysTheSameOverRestarts() {
    String first = new Secrets(folder.resolve("secrets")).password("postgres");

    assertThat(new Secrets(folder.resolve("secrets")).password("postgres")).isEqualTo(first);
    assertThat(first).hasSize(32);
  }

  @Test
  void onlyTheOwnerReadsThem() throws IOException {
    Secrets secrets = new Secrets(folder.resolve("secrets"));
    assertThat(Base64.getDecoder().decode(secrets.key("pepper"))).hasSize(32);

    assertThat(mode(folder.resolve("secrets"))).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("secrets/pepper"))).isEqualTo("rw-------");
  }

  @Test
  void virtualKeysCarryTheirChecksum() {
    String key = new Secrets(folder).virtualKey("demo");

    assertThat(key).matches("mk_live_[0-9A-Za-z]{49}");
    assertThat(VirtualKeyFormat.check(key.substring(0, 51))).isEqualTo(key.substring(51));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
