package io.marketplace.bench.report;

/**
 * What is told of a contender once a run, besides its lanes.
 *
 * @param name as in the tables
 * @param version of its program; empty where it has none of its own
 * @param startMillis from its start to its first right answer, in milliseconds; 0 if unknown
 * @param idleKiB memory after its first answer, before any load
 * @param loadedKiB memory at the end of the run
 */
public record ContenderFacts(
    String name, String version, long startMillis, long idleKiB, long loadedKiB) {

  /** The same at the end of the run. */
  public ContenderFacts loaded(long kiB) {
    return new ContenderFacts(name, version, startMillis, idleKiB, kiB);
  }
}
