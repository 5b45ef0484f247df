package io.marketplace.launcher.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a module is built from, as one SHA-256: the poms and main sources of the module and of the
 * modules it depends on. Contents count, not times, so a fresh clone or a changed branch builds no
 * more than it must.
 */
final class Fingerprint {
  private final Path root;
  private final List<String> modules;

  Fingerprint(Path root, List<String> modules) {
    this.root = root;
    this.modules = List.copyOf(modules);
  }

  String of(String module) throws IOException {
    MessageDigest digest = sha256();
    add(digest, root.resolve("pom.xml"));
    for (String each : closure(module)) {
      add(digest, root.resolve(each).resolve("pom.xml"));
      Path sources = root.resolve(each).resolve("src/main");
      if (Files.isDirectory(sources)) {
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
          files = all.filter(Files::isRegularFile).filter(this::written).sorted().toList();
        }
        for (Path file : files) {
          add(digest, file);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The module and all it depends on, itself last. */
  Set<String> closure(String module) throws IOException {
    Set<String> result = new LinkedHashSet<>();
    String pom = Files.readString(root.resolve(module).resolve("pom.xml"));
    for (String other : modules) {
      if (!other.equals(module) && pom.contains("<artifactId>" + other + "</artifactId>")) {
        result.addAll(closure(other));
      }
    }
    result.add(module);
    return result;
  }

  /**
   * Whether a file was written by a person; the portal's build generates some among its sources.
   */
  private boolean written(Path file) {
    return !file.toString().contains("/frontend/generated/");
  }

  private void add(MessageDigest digest, Path file) throws IOException {
    digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(Files.readAllBytes(file));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
