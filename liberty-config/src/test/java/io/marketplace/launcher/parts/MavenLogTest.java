package io.marketplace.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.launcher.process.Downloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenLogTest {

  @TempDir private Path folder;

  @Test
  void readsWhenSomethingWasFetchedInThisRun() throws IOException {
    Path log = folder.resolve("build.log");
    Files.writeString(
        log,
        """
        2026-11-22T01:00:00.000+0000 [INFO] Downloading from central: https://repo.example/old.jar
        2026-11-22T01:00:09.000+0000 [INFO] Downloaded from central: https://repo.example/old.jar (1 kB at 1 kB/s)
        """);
    MavenLog lines = MavenLog.from(log);
    Files.writeString(
        log,
        """
        2026-11-22T02:00:00.000+0000 [INFO] Downloading from central: https://repo.example/a.jar
        2026-11-22T02:00:00.500+0000 [INFO] Downloading from central: https://repo.example/b.jar
        2026-11-22T02:00:01.250+0000 [INFO] Downloaded from central: https://repo.example/a.jar (2 kB at 1 kB/s)
        2026-11-22T02:00:02.000+0000 [INFO] Downloaded from central: https://repo.example/b.jar (2 kB at 1 kB/s)
        yesterday [INFO] Downloading from central: https://repo.example/c.jar
        2026-11-22T02:00:05.000+0000 [INFO] Compiling 12 source files
        """,
        StandardOpenOption.APPEND);
    Downloads downloads = new Downloads(folder.resolve("run"));

    lines.noteIn(downloads);

    assertThat(downloads.totalMillis()).isEqualTo(2_000);
  }
}
