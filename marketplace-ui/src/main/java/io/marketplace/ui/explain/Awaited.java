package io.marketplace.ui.explain;

import com.vaadin.flow.component.html.Div;
import io.marketplace.model.metering.CallId;
import io.marketplace.ui.component.State;
import io.marketplace.ui.shell.LiveUpdates;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Says that something of a call is on its way, and looks for it again by itself: gateways hand on
 * traces and rows in batches, within a second or two of a call's end.
 */
final class Awaited extends Div {

  private static final long serialVersionUID = 1L;

  /** A call that began longer ago has ended, and all of it has arrived. */
  private static final Duration RECENT = Duration.ofMinutes(15);

  /** How far the clocks of the portal and the gateways may differ. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** A second after it is shown and then, as live pages rest, every two: some ten seconds. */
  private static final int LOOKS = 6;

  private int looks;

  /**
   * Looks for some ten seconds, as long as it is shown.
   *
   * @param words what is awaited
   * @param found looks, and says whether it has come; then it has put itself in this one's place
   * @param inVain runs when it has not come, and this one is hidden
   */
  Awaited(LiveUpdates live, String words, BooleanSupplier found, Runnable inVain) {
    addClassName("spaced");
    getElement().setAttribute("role", "status");
    add(State.waiting(words));
    live.tick(
        this,
        () -> {
          if (looks < LOOKS && !found.getAsBoolean()) {
            looks++;
            if (looks == LOOKS) {
              setVisible(false);
              inVain.run();
            }
          }
        },
        PAUSE);
  }

  /** Whether something of that call may still be on its way at {@code now}. */
  static boolean mayCome(CallId id, Instant now) {
    return id.madeAt()
        .filter(made -> made.isAfter(now.minus(RECENT)) && made.isBefore(now.plus(SKEW)))
        .isPresent();
  }
}
