package io.marketplace.bench.machine;

/**
 * CPU time out of the kernel's text files.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
final class ProcStat {

  /** The kernel shows times in ticks of 1/100 s on every architecture that Java runs on. */
  static final long MICROS_PER_TICK = 10_000;

  /** Fields after the command's name: state is the first of them, utime and stime follow. */
  private static final int UTIME = 11;

  private static final int STIME = 12;

  private ProcStat() {}

  /** utime + stime of {@code /proc/<pid>/stat}, in microseconds. */
  static long processMicros(String stat) {
    // The name stands in parentheses and may hold spaces and parentheses itself.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) * MICROS_PER_TICK;
  }

  /**
   * What all processors did besides idling, of the first line of {@code /proc/stat}, in
   * microseconds: user, nice, system, irq, softirq. Stolen time is the neighbours', not ours.
   */
  static long machineMicros(String firstLine) {
    String[] fields = firstLine.trim().split(" +", -1);
    long ticks = 0;
    for (int i : new int[] {1, 2, 3, 6, 7}) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks * MICROS_PER_TICK;
  }

  /** Time a hypervisor gave to others, of the same line, in microseconds. */
  static long stolenMicros(String firstLine) {
    String[] fields = firstLine.trim().split(" +", -1);
    return fields.length > 8 ? Long.parseLong(fields[8]) * MICROS_PER_TICK : 0;
  }
}
