package io.marketplace.bench.proof;

import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows that the database would not have: each gateway keeps them in a file of its state folder.
 * A sound run adds none, also where the sums agree without them.
 */
final class SetAside {

  private static final String FILE = "usage-refused.txt";

  private final Path gateways;
  private final long before;

  /** Looks below the marketplace's state folder, and again at the end. */
  SetAside(Path home) {
    gateways = home.resolve("gateways");
    before = bytes();
  }

  private long bytes() {
    if (!Files.isDirectory(gateways)) {
      return 0;
    }
    try (Stream<Path> folders = Files.list(gateways)) {
      List<Path> files =
          folders.map(folder -> folder.resolve(FILE)).filter(Files::isRegularFile).toList();
      long bytes = 0;
      for (Path file : files) {
        bytes += Files.size(file);
      }
      return bytes;
    } catch (IOException e) {
      throw new BenchFailure("The gateways' state in " + gateways + " cannot be read.", e);
    }
  }

  /** Claims that nothing was added. */
  void tell(Finding finding) {
    finding.claim(bytes() == before, "Rows were set aside: " + FILE + " of a gateway has grown.");
  }
}
