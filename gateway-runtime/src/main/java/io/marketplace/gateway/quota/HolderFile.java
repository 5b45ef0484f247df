package io.marketplace.gateway.quota;

import io.marketplace.model.quota.LeaseHolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Who this process is to the database: the identity of its state folder, in which its journal lies,
 * and a new life of it.
 */
public final class HolderFile {
  private HolderFile() {}

  /**
   * Reads the identity of {@code folder}, or gives it one.
   *
   * @throws UncheckedIOException if the folder cannot be read and written
   */
  public static LeaseHolder read(Path folder) {
    Path file = folder.resolve("budget-holder");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "budget-holder", null);
        Files.writeString(draft, UUID.randomUUID().toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return new LeaseHolder(UUID.fromString(Files.readString(file).strip()), UUID.randomUUID());
    } catch (IOException e) {
      throw new UncheckedIOException("The gateway's state folder cannot be used", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(file + " does not hold an identity", e);
    }
  }
}
