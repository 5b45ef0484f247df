package io.marketplace.launcher.home;

import io.marketplace.launcher.part.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Secrets of this installation: made on first use, one private file each, the same from then on.
 */
public final class Secrets {
  private final Path folder;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /** The secrets in {@code folder}, which is created when it is missing. */
  public Secrets(Path folder) {
    this.folder = folder;
  }

  /** A password of 32 URL-safe characters. */
  public String password(String name) {
    return get(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24)));
  }

  /** A key of 32 random bytes in base64. */
  public String key(String name) {
    return get(name, () -> Base64.getEncoder().encodeToString(bytes(32)));
  }

  /** A virtual key as applications send it. */
  public String virtualKey(String name) {
    return get(name, () -> VirtualKeyFormat.fresh(random));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private String get(String name, Supplier<String> fresh) {
    return known.computeIfAbsent(name, key -> readOrMake(key, fresh));
  }

  private String readOrMake(String name, Supplier<String> fresh) {
    Path file = folder.resolve(name);
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      String made = fresh.get();
      PrivateFile.write(file, made + "\n");
      return made;
    } catch (IOException e) {
      throw new LaunchFailure(
          "The secret file %s can be neither read nor written. Mend the folder's rights or free some disk space."
              .formatted(file),
          e);
    }
  }
}
