package io.marketplace.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes runs down: a section at the end of a Markdown file, a JSON file with every cell. */
public final class Results {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final String HEAD =
      """
      # Results

      Each section is one run of `./marketplace bench`; the newest is the last. Ratios are to nginx in the same
      round of the same run, as medians over the rounds; absolute numbers belong to the machine they were taken on.
      How it is measured stands in [README.md](README.md).

      """;

  private Results() {}

  /** Appends a section in Markdown to {@code file}, and says so. */
  public static void append(String section, Path file) {
    try {
      String before = Files.exists(file) ? Files.readString(file) : HEAD;
      Files.writeString(file, before.stripTrailing() + "\n\n" + section.stripTrailing() + "\n");
      System.out.println("appended to " + file);
    } catch (IOException e) {
      throw new BenchFailure("The results cannot be written to " + file + ".", e);
    }
  }

  /**
   * Writes every cell and the medians.
   *
   * @return the file
   */
  public static Path json(Run run, Path folder) {
    ObjectNode root =
        JSON.createObjectNode()
            .put("name", run.name())
            .put("started", run.started().toString())
            .put("settings", run.settings())
            .put("reference", run.reference())
            .put("clean", run.clean())
            .put("stolen", run.stolen());
    root.set("machine", JSON.valueToTree(run.machine()));
    run.usage().ifPresent(usage -> root.set("usage", JSON.valueToTree(usage)));
    root.set("facts", JSON.valueToTree(run.facts()));
    root.set("rows", JSON.valueToTree(run.summary().rows()));
    root.set("cells", JSON.valueToTree(run.cells()));
    Path file = folder.resolve(run.name() + ".json");
    try {
      Files.createDirectories(folder);
      JSON.writeValue(file.toFile(), root);
      return file;
    } catch (IOException e) {
      throw new BenchFailure("The results cannot be written to " + file + ".", e);
    }
  }
}
