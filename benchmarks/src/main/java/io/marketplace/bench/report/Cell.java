package io.marketplace.bench.report;

import io.marketplace.bench.drive.Outcome;

/**
 * One lane against one contender in one round.
 *
 * @param round from 1 on
 * @param lane the lane's name
 * @param contender the contender's name
 * @param outcome what the driver saw
 * @param cpuMicros CPU time of the contender's processes within the window
 * @param machineMicros CPU time of the whole machine within the window
 * @param residentKiB memory of the contender's processes at the window's end
 */
public record Cell(
    int round,
    String lane,
    String contender,
    Outcome outcome,
    long cpuMicros,
    long machineMicros,
    long residentKiB) {

  /** CPU time of the contender for one answer; for one chunk on a lane of streams. */
  public double cpuMicrosEach() {
    return each(cpuMicros);
  }

  /** CPU time of the machine (driver, upstream, database, all) for one answer or chunk. */
  public double machineMicrosEach() {
    return each(machineMicros);
  }

  private double each(long micros) {
    long chunks = outcome.chunks().transit().count();
    long units = chunks > 0 ? chunks : outcome.measured();
    return units == 0 ? 0 : (double) micros / units;
  }
}
