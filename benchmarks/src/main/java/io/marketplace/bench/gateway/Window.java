package io.marketplace.bench.gateway;

import io.marketplace.bench.drive.Meter;
import io.marketplace.bench.machine.MachineClock;
import io.marketplace.bench.machine.Processes;

/** CPU time of a contender and of the machine between the window's two ends. */
final class Window implements Meter {

  private final Processes processes;
  private long cpuMicros;
  private long residentKiB;
  private MachineClock clock = new MachineClock(0, 0);

  Window(Processes processes) {
    this.processes = processes;
  }

  @Override
  public void begin() {
    cpuMicros = processes.cpuMicros();
    clock = MachineClock.read();
  }

  @Override
  public void end() {
    MachineClock now = MachineClock.read();
    cpuMicros = processes.cpuMicros() - cpuMicros;
    clock =
        new MachineClock(
            now.busyMicros() - clock.busyMicros(), now.stolenMicros() - clock.stolenMicros());
    residentKiB = processes.residentKiB();
  }

  long cpuMicros() {
    return cpuMicros;
  }

  long machineMicros() {
    return clock.busyMicros();
  }

  long residentKiB() {
    return residentKiB;
  }
}
