package io.marketplace.ui.shell;

import io.marketplace.model.kernel.Actor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decides by {@link OpenTo} who may open a page. */
final class Admission {

  private Admission() {}

  /** Whether {@code actor} may open {@code page}. */
  static boolean of(Actor actor, Class<?> page) {
    @Nullable OpenTo open = page.getAnnotation(OpenTo.class);
    return open == null
        || (Arrays.stream(open.value()).anyMatch(actor::is)
            && (!open.aboveTenants() || actor.seesAllTenants()));
  }
}
