package io.marketplace.model.tenant;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Remembers the page somebody used last, so that the next sign-in starts there. It is their own
 * taste and changes nobody's rights, so it is not audited.
 */
@Singleton
public final class KeepStartPage {

  private static final Pattern PATH = Pattern.compile("[a-z-]{0,40}");

  private final Work work;
  private final People people;

  /** Keeps it in {@code people}. */
  @Inject
  public KeepStartPage(Work work, People people) {
    this.work = work;
    this.people = people;
  }

  /**
   * Keeps it for the actor alone.
   *
   * @param path the page's address below the portal's, without parameters; empty for the home page
   * @throws MarketplaceException {@code invalid_request_error} for what is no such address
   */
  public void keep(Actor actor, String path) {
    if (!PATH.matcher(path).matches()) {
      throw new MarketplaceException(
          ProblemCode.INVALID_REQUEST, "The start page is the first part of a page's address.");
    }
    work.in(
        actor.scope(),
        () -> {
          people.keepStartPage(actor.person(), path);
          return path;
        });
  }
}
