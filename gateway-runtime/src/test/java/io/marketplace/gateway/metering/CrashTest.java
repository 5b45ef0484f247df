package io.marketplace.gateway.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.metering.UsageRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process with SIGKILL while it books, again and again on one journal: what was told to a
 * caller stands in the ledger, once. {@code -Dmarketplace.crash.kills=1000} is the long form.
 */
class CrashTest {
  private static final int KILLS = Integer.getInteger("marketplace.crash.kills", 10);

  @TempDir private Path folder;

  @Test
  void whatACallerWasToldIsBookedOnceHoweverOftenTheProcessIsKilled() throws Exception {
    Random random = new Random(4);
    Path database = folder.resolve("database.txt");
    Set<String> told = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      // some die at once, some while they write what they and earlier ones left
      told.addAll(runAndKill(database, random.nextInt(20), kill % 3 == 2));
    }
    FakeLedger rest = new FakeLedger();
    CountDownLatch recovered = new CountDownLatch(1);
    try (Ledger last = Ledger.open(folder, 0, rest, Clock.systemUTC())) {
      last.onRecovery(recovered::countDown);
      last.start();
      assertThat(recovered.await(60, TimeUnit.SECONDS)).isTrue();
    }
    Set<String> answered = new HashSet<>();
    Set<String> interrupted = new HashSet<>();
    List<String> lines = new ArrayList<>(Files.readAllLines(database));
    rest.rows.values().forEach(row -> lines.add(CrashingGateway.line(row)));
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      if (words.length < 3 || !words[2].equals(CrashingGateway.END)) {
        // Cut by the kill: the batch was not written for good, and comes again whole.
        continue;
      }
      // the database knows a call by its identifier: the first row of it stands
      if (words[1].equals(UsageRow.INTERRUPTED)) {
        if (!answered.contains(words[0])) {
          interrupted.add(words[0]);
        }
      } else {
        answered.add(words[0]);
      }
    }
    assertThat(told).hasSizeGreaterThan(KILLS);
    // of millions of identifiers the assertions on sets would compare each with each
    assertThat(told.stream().filter(id -> !answered.contains(id)).limit(5)).isEmpty();
    assertThat(interrupted.stream().filter(answered::contains).limit(5)).isEmpty();
    // what a killed process wrote and had not noted as written comes twice, and little of it
    assertThat(lines.size() - answered.size() - interrupted.size()).isLessThan(KILLS * 10_000);
  }

  private Set<String> runAndKill(Path database, int millis, boolean writing) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingGateway.class.getName(),
                folder.toString(),
                database.toString())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    Set<String> told = new HashSet<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      told.add(line(out));
      long written = size(database);
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      while (System.nanoTime() < end || (writing && size(database) == written)) {
        told.add(line(out));
      }
      var unused = process.toHandle().destroyForcibly();
      // what it had said before it died counts as well; its last line may be cut
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.length() == 36) {
          told.add(line);
        }
      }
    }
    return told;
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  private String line(BufferedReader out) throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new AssertionError(
          "the process ended by itself: " + Files.readString(folder.resolve("errors.txt")));
    }
    return line;
  }
}
