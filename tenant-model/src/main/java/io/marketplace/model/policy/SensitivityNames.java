package io.marketplace.model.policy;

import java.util.List;

/** Keeps what the sensitivities are called; called inside a unit of work. */
public interface SensitivityNames {

  /** All four, in rising order. */
  List<SensitivityName> all();

  /**
   * Changes one of them.
   *
   * @param name what it is to be called; its version is the one the change was made on
   * @throws io.marketplace.model.problem.MarketplaceException {@code conflict} if it has another
   */
  void change(SensitivityName name);
}
