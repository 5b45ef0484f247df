package io.marketplace.bench.proof;

import io.marketplace.bench.control.BenchEnv;

/** An attempt to break a promise of the running marketplace. */
public interface Proof {

  /**
   * Tries it.
   *
   * @return what was found
   * @throws io.marketplace.bench.problem.BenchFailure if it cannot be tried here
   */
  Finding run(BenchEnv env);
}
