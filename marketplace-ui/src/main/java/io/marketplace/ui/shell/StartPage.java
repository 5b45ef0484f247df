package io.marketplace.ui.shell;

import io.marketplace.model.kernel.Actor;
import java.util.Optional;

/** Where a reader starts: on the first entry of their own drawer. */
public final class StartPage {

  private StartPage() {}

  /** The path; absent for somebody without any of the portal's roles. */
  public static Optional<String> of(Actor actor) {
    return Destination.of(actor).stream().map(Destination::path).findFirst();
  }
}
