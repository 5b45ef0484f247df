package io.marketplace.names.command;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The program from its words to its exit code. */
class CheckTest {

  @TempDir private Path folder;

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Program run(String... words) {
    return new Program(Map.of(), words);
  }

  private Program check() {
    return run(folder.toString());
  }

  @Test
  void cleanIsZeroAndFoundIsOne() throws IOException {
    write("a.py", "ask(model=\"utility\")\n");
    assertThat(check().exit()).isZero();
    assertThat(check().out()).isEmpty();

    write("src/b.py", "\n  ask(model=\"gpt-4o\")\n");
    Program found = check();

    assertThat(found.exit()).isOne();
    assertThat(found.out())
        .isEqualTo(
            folder
                + "/src/b.py:2:14: \"gpt-4o\" names a model (GPT); use the alias \"utility\": the platform decides which model stands behind it\n");
    assertThat(found.err()).contains("1 found").contains("2 files");
  }

  @Test
  void whatIsNotUnderstoodIsTwo() throws IOException {
    write(".model-names-ignore", "*.py\n");

    assertThat(run().exit()).isEqualTo(2);
    assertThat(run("--nonsense", folder.toString()).exit()).isEqualTo(2);
    assertThat(run("--format", "yaml", folder.toString()).err())
        .contains("There is no format yaml");
    assertThat(run(folder.resolve("nowhere").toString()).exit()).isEqualTo(2);
    assertThat(check().exit()).isEqualTo(2);
    assertThat(check().err()).contains("needs its reason");
    assertThat(run("--help").exit()).isZero();
  }

  @Test
  void whatIsNoTextIsNamedAndSkipped() throws IOException {
    Files.write(folder.resolve("latin.txt"), "grün gpt-4o".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(folder.resolve("binary"), new byte[] {1, 0, 2});
    Files.createSymbolicLink(folder.resolve("loop"), folder);

    Program done = check();

    assertThat(done.exit()).isZero();
    assertThat(done.err())
        .contains("latin.txt: not UTF-8")
        .contains("binary: binary")
        .contains("loop: a symbolic link");
    // Not even root reads this file, and it is a regular one.
    if (Files.exists(Path.of("/proc/self/mem"))) {
      assertThat(run("/proc/self/mem").err()).contains("/proc/self/mem: unreadable");
    }
  }

  @Test
  void excusesAreSaidAndUselessOnesToo() throws IOException {
    write(
        "a.py",
        """
        # check-names: ignore the vendor's invoice names it
        a = "gpt-4o"
        b = "gpt-4o"  # check-names: ignore
        # check-names: ignore nothing is here any more

        """);

    Program done = check();

    assertThat(done.exit()).isOne();
    assertThat(done.out().lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("a.py:3:6: "))
        .anyMatch(line -> line.contains("a.py:3:1: a comment that excuses"));
    assertThat(done.err())
        .contains("a.py:2:6: gpt-4o: the vendor's invoice names it")
        .contains("a.py:4: this comment excuses nothing");
  }

  @Test
  void exceptedFilesAreCounted() throws IOException {
    write(".model-names-ignore", "seeds/ # the catalogue itself\n");
    write("seeds/a.json", "{\"model\": \"gpt-4o\"}");

    Program done = check();

    assertThat(done.exit()).isZero();
    assertThat(done.err()).contains("excepted: seeds/: 1 files: the catalogue itself");
  }

  @Test
  void aBaselineKnowsWhatThereWasAndOnlyShrinks() throws IOException {
    Path baseline = folder.resolve(".model-names-baseline.json");
    write("old.py", "a = \"gpt-4o\"\nb = \"claude-3-opus\"\n");
    assertThat(run("--write-baseline", folder.toString()).exit()).isZero();
    assertThat(check().exit()).isZero();
    String full = Files.readString(baseline);

    // moved lines stay known, new ones do not, not even by writing the baseline again
    write("old.py", "\n\na = \"gpt-4o\"\nb = \"claude-3-opus\"\nc = \"gpt-4o\"\n");
    assertThat(check().exit()).isOne();
    assertThat(check().out()).contains("old.py:5:6");
    assertThat(run("--write-baseline", folder.toString()).exit()).isOne();
    assertThat(Files.readString(baseline)).isEqualTo(full);

    // what is gone stays gone
    write("old.py", "a = \"gpt-4o\"\n");
    assertThat(check().exit()).isZero();
    assertThat(Files.readString(baseline)).contains("gpt-4o").doesNotContain("claude");
    write("old.py", "a = \"gpt-4o\"\nb = \"claude-3-opus\"\n");
    assertThat(check().exit()).isOne();

    // other files' entries are not touched by a check of one file
    write("new.py", "x = 1\n");
    run("--baseline", baseline.toString(), folder.resolve("new.py").toString());
    assertThat(Files.readString(baseline)).contains("gpt-4o");

    Files.delete(folder.resolve("old.py"));
    check();
    assertThat(Files.readString(baseline)).doesNotContain("gpt-4o");
  }

  @Test
  void aBrokenOrMissingBaselineIsRefused() throws IOException {
    write("a.py", "x\n");
    assertThat(run("--baseline", folder.resolve("none").toString(), folder.toString()).exit())
        .isEqualTo(2);
    write(".model-names-baseline.json", "[]");
    assertThat(check().exit()).isEqualTo(2);
    assertThat(check().err()).contains("is no baseline");
  }

  @Test
  void reportsForOtherPrograms() throws Exception {
    write(
        "a b.py",
        "x = \"gpt-4o\"\ny = \"claude-3-opus\" # check-names: ignore <a> & \"b\" says so\n");
    Files.write(folder.resolve("bin"), new byte[] {0});
    Path sarif = folder.resolve("out.sarif");
    Path junit = folder.resolve("out.xml");

    Program done =
        run(
            "--format=json",
            "--report",
            "sarif=" + sarif,
            "--report=junit=" + junit,
            folder.toString());

    JsonObject json = object(done.out());
    assertThat(json.getInt("files")).isEqualTo(1);
    Program again = run("--report=sarif=" + sarif, "--report=junit=" + junit, folder.toString());
    assertThat(again.out().lines()).as("an earlier run's reports are no sources").hasSize(1);
    JsonObject finding = json.getJsonArray("findings").getJsonObject(0);
    assertThat(finding.getString("name")).isEqualTo("gpt-4o");
    assertThat(finding.getInt("line")).isEqualTo(1);
    assertThat(finding.getInt("column")).isEqualTo(6);
    assertThat(finding.getString("alias")).isEqualTo("utility");
    assertThat(json.getJsonArray("skipped").getJsonObject(0).getString("why")).isEqualTo("binary");

    JsonObject run = object(Files.readString(sarif)).getJsonArray("runs").getJsonObject(0);
    JsonObject first = run.getJsonArray("results").getJsonObject(0);
    JsonObject place =
        first.getJsonArray("locations").getJsonObject(0).getJsonObject("physicalLocation");
    assertThat(place.getJsonObject("artifactLocation").getString("uri")).isEqualTo("a%20b.py");
    assertThat(place.getJsonObject("region").getInt("endColumn")).isEqualTo(12);
    assertThat(
            run.getJsonArray("results")
                .getJsonObject(1)
                .getJsonArray("suppressions")
                .getJsonObject(0)
                .getString("justification"))
        .isEqualTo("<a> & \"b\" says so");

    Element suite =
        (Element)
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(junit.toFile())
                .getElementsByTagName("testsuite")
                .item(0);
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("tests"))
        .isEqualTo(String.valueOf(suite.getElementsByTagName("testcase").getLength()));
    assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
        .contains("a b.py:1:6: \"gpt-4o\"");
  }

  private static JsonObject object(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }
}
