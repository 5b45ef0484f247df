package io.marketplace.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.launcher.part.LaunchFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnprivilegedTest {

  @Test
  void othersThanRootRunItAsTheyAre() throws InterruptedException {
    Unprivileged user = Unprivileged.detect(command -> "1000");

    assertThat(user.command(List.of("postgres"))).containsExactly("postgres");
    assertThat(user.owner()).isEmpty();
  }

  @Test
  void rootPrefersAUserNamespace() throws InterruptedException {
    Unprivileged user =
        Unprivileged.detect(command -> command.contains("unshare") ? "nobody" : "0");

    assertThat(user.command(List.of("postgres"))).containsExactly("unshare", "-U", "postgres");
    assertThat(user.owner()).isEmpty();
  }

  @Test
  void rootWithoutNamespacesBecomesAnotherUserWhoOwnsTheData() throws InterruptedException {
    Unprivileged user = Unprivileged.detect(UnprivilegedTest::withoutNamespaces);

    assertThat(user.command(List.of("postgres")))
        .containsExactly("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "postgres");
    assertThat(user.owner()).isEqualTo("65534");
  }

  @Test
  void withNeitherItSaysWhatToDo() {
    assertThatThrownBy(
            () -> Unprivileged.detect(command -> command.getFirst().equals("id") ? "0" : ""))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("setpriv")
        .hasMessageContaining("DATABASE_URL");
  }

  @Test
  void aFolderThatThatUserMayNotEnterIsNamed() {
    Unprivileged nobody = new Unprivileged(List.of("env"), "65534");

    assertThatThrownBy(() -> nobody.requireReach(Path.of("/no/such/folder/postgres")))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("may not enter /no.")
        .hasMessageContaining("MARKETPLACE_HOME");
  }

  private static String withoutNamespaces(List<String> command) {
    return switch (command.getFirst()) {
      case "id" -> "0";
      case "setpriv" -> "65534";
      default -> "";
    };
  }
}
