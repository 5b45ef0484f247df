package io.marketplace.names.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Globs, and that none goes without a reason. */
class ExceptionsTest {

  @TempDir private Path folder;

  private Exceptions of(String text) throws IOException, UnusableInput {
    return Exceptions.read(Files.writeString(folder.resolve("list"), text));
  }

  @Test
  void globsExceptAndCount() throws Exception {
    Exceptions list =
        of(
            """
            # what is excepted here

            db/seed/*.json   # seeds of the catalogue name models
            vendor/          # written by others
            *.csv            # invoices
            **/testdata/**   # samples
            """);

    assertThat(list.of("db/seed/catalogue.json")).isPresent();
    assertThat(list.of("db/seed/more/catalogue.json")).isEmpty();
    assertThat(list.of("vendor/a/b/c.py")).isPresent();
    assertThat(list.of("src/vendor.py")).isEmpty();
    assertThat(list.of("a/b/invoice.csv")).isPresent();
    assertThat(list.of("invoice.csv")).isPresent();
    assertThat(list.of("testdata/x")).isPresent();
    assertThat(list.of("a/testdata/b/x").map(Exceptions.Glob::reason)).contains("samples");
    assertThat(list.globs()).extracting(Exceptions.Glob::files).containsExactly(1L, 1L, 2L, 2L);
  }

  @Test
  void aGlobWithoutAReasonIsRefused() {
    assertThatThrownBy(() -> of("*.py\n"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("list:1: a glob needs its reason");
    assertThatThrownBy(() -> of("*.py #  \n")).isInstanceOf(UnusableInput.class);
    assertThatThrownBy(() -> of("a[ # broken\n"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("is no glob");
  }
}
