package io.marketplace.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetAsideTest {

  private static int breaches(SetAside setAside) {
    Finding finding = new Finding("A proof", Instant.EPOCH, "How.");
    setAside.tell(finding);
    return finding.breaches().size();
  }

  @Test
  void onlyWhatIsAddedCounts(@TempDir Path home) throws Exception {
    assertThat(breaches(new SetAside(home))).isZero();
    Path file =
        Files.createDirectories(home.resolve("gateways/gateway-2")).resolve("usage-refused.txt");
    Files.writeString(file, "of an earlier run\n");
    SetAside setAside = new SetAside(home);
    assertThat(breaches(setAside)).isZero();
    Files.writeString(file, "of an earlier run\nand another\n");
    assertThat(breaches(setAside)).isEqualTo(1);
  }
}
