package io.marketplace.launcher.supervise;

import io.marketplace.launcher.home.PrivateFile;
import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What another command asks of the supervisor that runs, as a file in the state folder: it is there
 * until the supervisor has done it.
 */
public final class Wish {
  private final Path file;

  private Wish(Path file) {
    this.file = file;
  }

  /** That dead parts are started again. */
  public static Wish mend(Settings settings) {
    return new Wish(settings.run().resolve("mend"));
  }

  /** That there are another number of gateways. */
  public static Wish gateways(Settings settings) {
    return new Wish(settings.run().resolve("gateways"));
  }

  /** Asks. */
  public void ask(String text) {
    try {
      PrivateFile.write(file, text);
    } catch (IOException e) {
      throw new LaunchFailure(
          "The file %s cannot be written: %s. Free some disk space or mend the folder's rights."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** What is asked for; empty when nothing is. */
  public Optional<String> asked() {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void done() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new LaunchFailure("The file %s cannot be deleted.".formatted(file), e);
    }
  }
}
