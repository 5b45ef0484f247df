package io.marketplace.gateway.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Who a journal is.
 *
 * @param journal stays with the folder
 * @param life another one at each opening
 */
public record Identity(UUID journal, UUID life) {

  /** Begins the next life of the journal in {@code folder}; a new journal if there is none. */
  static Identity next(Path folder) throws IOException {
    Path file = folder.resolve("identity");
    UUID life = UUID.randomUUID();
    if (Files.exists(file)) {
      try {
        return new Identity(UUID.fromString(Files.readString(file).strip()), life);
      } catch (IllegalArgumentException e) {
        throw new IOException(file + " is damaged; it holds the journal's identifier", e);
      }
    }
    Identity fresh = new Identity(UUID.randomUUID(), life);
    Path draft = folder.resolve("identity.new");
    Files.writeString(draft, fresh.journal + "\n", StandardCharsets.US_ASCII);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return fresh;
  }
}
