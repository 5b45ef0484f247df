package io.marketplace.names.known;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The catalogue's last answer in one file of the user's cache folder: its entity tag, a line's end,
 * its body. A cache that cannot be read or written is as good as none.
 */
final class KeptAnswer {
  private final Path file;
  private final Optional<String> text;

  private KeptAnswer(Path file, Optional<String> text) {
    this.file = file;
    this.text = text;
  }

  static KeptAnswer of(URI address, Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", System.getProperty("java.io.tmpdir", "."));
    String cache = environment.getOrDefault("XDG_CACHE_HOME", home + "/.cache");
    UUID name = UUID.nameUUIDFromBytes(address.toString().getBytes(StandardCharsets.UTF_8));
    Path file = Path.of(cache, "model-name-check", name + ".json");
    try {
      return new KeptAnswer(file, Optional.of(Files.readString(file)));
    } catch (IOException e) {
      return new KeptAnswer(file, Optional.empty());
    }
  }

  Optional<String> tag() {
    return text.map(all -> all.substring(0, Math.max(0, all.indexOf('\n'))))
        .filter(tag -> !tag.isEmpty());
  }

  Optional<String> body() {
    return tag().flatMap(tag -> text.map(all -> all.substring(tag.length() + 1)));
  }

  /** Keeps an answer; two checks at once leave one of theirs in whole. */
  void keep(String tag, String body) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(file.getParent(), "names", ".tmp");
      Files.writeString(fresh, tag + "\n" + body);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // the next check asks again
    }
  }
}
