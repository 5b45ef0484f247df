package io.marketplace.bench.machine;

import java.nio.file.Path;

/**
 * On what was measured.
 *
 * @param cores processors that the bench sees
 * @param processor their model, as the kernel names it
 * @param memoryMiB physical memory
 * @param system operating system and kernel
 * @param jdk the Java that runs the bench
 */
public record MachineFacts(int cores, String processor, long memoryMiB, String system, String jdk) {

  /** This machine. */
  public static MachineFacts read() {
    return new MachineFacts(
        Runtime.getRuntime().availableProcessors(),
        field("/proc/cpuinfo", "model name"),
        number(field("/proc/meminfo", "MemTotal")) / 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.version") + ", " + System.getProperty("java.vm.vendor"));
  }

  /** For people, without a full stop. */
  public String inWords() {
    return "%d cores (%s), %d MiB, %s, Java %s".formatted(cores, processor, memoryMiB, system, jdk);
  }

  private static String field(String file, String name) {
    return Processes.read(Path.of(file))
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).trim())
        .findFirst()
        .orElse("unknown");
  }

  private static long number(String text) {
    String digits = text.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }
}
