package io.marketplace.launcher.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTotalsTest {

  @TempDir private Path root;

  @Test
  void addsUpTheReportsOfAllModules() throws IOException {
    report("db", "TEST-a.xml", "tests=\"5\" errors=\"1\" skipped=\"1\" failures=\"0\"");
    report("api", "TEST-b.xml", "tests=\"3\" errors=\"0\" skipped=\"0\" failures=\"2\"");
    report("api", "b.txt", "tests=\"99\"");

    TestTotals totals = TestTotals.count(root, TestTotals.UNIT);

    assertThat(totals).isEqualTo(new TestTotals(8, 3, 1));
    assertThat(totals).hasToString("4 passed, 3 failed, 1 skipped");
    assertThat(TestTotals.count(root, TestTotals.INTEGRATION).tests()).isZero();
  }

  @Test
  void oldReportsDoNotCount() throws IOException {
    report("db", "TEST-a.xml", "tests=\"5\" errors=\"1\" skipped=\"1\" failures=\"0\"");

    TestTotals.clear(root);

    assertThat(TestTotals.count(root, TestTotals.UNIT).tests()).isZero();
  }

  private void report(String module, String name, String numbers) throws IOException {
    Path folder = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
    Files.writeString(
        folder.resolve(name),
        "<?xml version=\"1.0\"?>\n<testsuite name=\"x\" time=\"1.5\" "
            + numbers
            + ">\n</testsuite>\n");
  }
}
