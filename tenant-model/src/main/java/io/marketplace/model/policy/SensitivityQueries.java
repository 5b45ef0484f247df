package io.marketplace.model.policy;

import io.marketplace.model.kernel.Actor;
import java.util.List;

/** Reads what the sensitivities are called. */
public interface SensitivityQueries {

  /** All four, in rising order; everybody may read them. */
  List<SensitivityName> names(Actor actor);
}
