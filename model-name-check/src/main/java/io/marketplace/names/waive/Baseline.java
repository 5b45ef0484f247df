package io.marketplace.names.waive;

import io.marketplace.names.files.Sources;
import io.marketplace.names.files.UnusableInput;
import io.marketplace.names.scan.Finding;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Findings of legacy code that are known. An entry is one name in one file with the text around it,
 * so moved lines stay known and new ones do not. Entries go when their findings are gone; none is
 * ever added to a baseline that exists.
 */
public final class Baseline {

  /** What the file is called in the root of a repository or folder. */
  public static final String FILE = ".model-names-baseline.json";

  private record Entry(String path, String name, String around) implements Comparable<Entry> {
    private static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::path).thenComparing(Entry::name).thenComparing(Entry::around);

    @Override
    public int compareTo(Entry other) {
      return ORDER.compare(this, other);
    }
  }

  private final SortedMap<Entry, Integer> known;
  private final Map<Entry, Integer> met = new HashMap<>();

  private Baseline(Map<Entry, Integer> known) {
    this.known = new TreeMap<>(known);
  }

  /** One without entries. */
  public static Baseline empty() {
    return new Baseline(Map.of());
  }

  /**
   * Reads {@code file}.
   *
   * @throws UnusableInput if it is no baseline
   */
  public static Baseline read(Path file) throws UnusableInput {
    Map<Entry, Integer> known = new HashMap<>();
    try (JsonReader reader = Json.createReader(new StringReader(Files.readString(file)))) {
      for (JsonObject each :
          reader.readObject().getJsonArray("findings").getValuesAs(JsonObject.class)) {
        known.merge(
            new Entry(each.getString("path"), each.getString("name"), each.getString("around")),
            each.getInt("count"),
            Integer::sum);
      }
    } catch (IOException e) {
      throw new UnusableInput(file + " cannot be read: " + Sources.reason(e) + ".", e);
    } catch (JsonException | ClassCastException | NullPointerException e) {
      throw new UnusableInput(file + " is no baseline of check-names.", e);
    }
    return new Baseline(known);
  }

  /** Whether the finding is known; each entry answers for as many findings as it counts. */
  public boolean knows(String path, Finding finding) {
    Entry entry = entry(path, finding);
    return met.merge(entry, 1, Integer::sum) <= known.getOrDefault(entry, 0);
  }

  /**
   * What remains: no more of each entry than was met.
   *
   * @param read whether a path was looked at; entries of others stay as they are
   */
  public Baseline shrunk(Predicate<String> read) {
    Map<Entry, Integer> left = new HashMap<>();
    known.forEach(
        (entry, count) -> {
          int now = read.test(entry.path()) ? Math.min(count, met.getOrDefault(entry, 0)) : count;
          if (now > 0) {
            left.put(entry, now);
          }
        });
    return new Baseline(left);
  }

  /** One that knows all that was met. */
  public Baseline ofAllMet() {
    return new Baseline(met);
  }

  /** How many findings it answers for. */
  public int size() {
    return known.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Files of which it knows findings. */
  public Set<String> paths() {
    return known.keySet().stream().map(Entry::path).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Writes it, one entry a line, so that a change shows as what went.
   *
   * @throws UnusableInput if it cannot be written
   */
  public void write(Path file) throws UnusableInput {
    String entries =
        known.entrySet().stream()
            .map(
                each ->
                    Json.createObjectBuilder()
                        .add("path", each.getKey().path())
                        .add("name", each.getKey().name())
                        .add("around", each.getKey().around())
                        .add("count", each.getValue())
                        .build()
                        .toString())
            .collect(Collectors.joining(",\n  ", "{\"findings\": [\n  ", "\n]}\n"));
    try {
      Files.writeString(file, entries);
    } catch (IOException e) {
      throw new UnusableInput(file + " cannot be written: " + Sources.reason(e) + ".", e);
    }
  }

  private static Entry entry(String path, Finding finding) {
    String around = finding.context().replaceAll("\\s+", " ").strip();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(around.getBytes(StandardCharsets.UTF_8));
      return new Entry(path, finding.name(), HexFormat.of().formatHex(hash, 0, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
