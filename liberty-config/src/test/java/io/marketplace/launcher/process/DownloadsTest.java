package io.marketplace.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {

  @TempDir private Path run;

  @Test
  void countsTheTimeOfDownloadsSideBySideOnce() throws IOException {
    Downloads downloads = new Downloads(run.resolve("new"));
    assertThat(downloads.totalMillis()).isZero();

    downloads.note(1_000, 3_000);
    downloads.note(10_000, 10_500);
    downloads.note(2_000, 4_000);
    downloads.note(2_100, 2_200);

    assertThat(downloads.totalMillis()).isEqualTo(3_500);
    downloads.forget();
    assertThat(downloads.totalMillis()).isZero();
  }
}
