package io.marketplace.bench.machine;

import java.nio.file.Path;

/**
 * What the whole machine has done so far.
 *
 * @param busyMicros CPU time of all processes and the kernel
 * @param stolenMicros CPU time a hypervisor gave to other machines
 */
public record MachineClock(long busyMicros, long stolenMicros) {

  /** Now. */
  public static MachineClock read() {
    String first = Processes.read(Path.of("/proc/stat")).lines().findFirst().orElse("");
    return first.isEmpty()
        ? new MachineClock(0, 0)
        : new MachineClock(ProcStat.machineMicros(first), ProcStat.stolenMicros(first));
  }
}
