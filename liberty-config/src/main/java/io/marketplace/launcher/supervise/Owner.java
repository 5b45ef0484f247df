package io.marketplace.launcher.supervise;

import io.marketplace.launcher.part.Part;
import java.io.IOException;
import java.util.List;

/** Whose parts a supervisor keeps running. */
public interface Owner {
  /** Done once everything runs, and again when the gateways are others: the env file is written. */
  void started() throws IOException;

  /**
   * The gateways when there are to be {@code number} of them; those that run keep their names and
   * ports.
   */
  List<Part> gateways(int number);
}
