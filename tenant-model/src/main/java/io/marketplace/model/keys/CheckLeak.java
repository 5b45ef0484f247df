package io.marketplace.model.keys;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Looks for secrets in a text that somebody found: a log, a commit, a message. Tells which key it
 * is only to those who see that key anyway; to others a genuine secret is merely unknown. The text
 * is kept nowhere; a find is written into the audit, by the hint alone.
 */
@Singleton
public final class CheckLeak {

  /** The longest text, in characters. */
  public static final int LONGEST = 200_000;

  /** More finds than this are not looked up; whoever holds such a list splits it. */
  public static final int MOST = 100;

  private final Work work;
  private final KeyQueries queries;
  private final VirtualKeys keys;
  private final KeyHasher hasher;
  private final KeyDesk desk;

  /** Looks in {@code queries}. */
  @Inject
  public CheckLeak(
      Work work, KeyQueries queries, VirtualKeys keys, KeyHasher hasher, KeyDesk desk) {
    this.work = work;
    this.queries = queries;
    this.keys = keys;
    this.hasher = hasher;
    this.desk = desk;
  }

  /**
   * What the text holds, in its order, each once.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} for a
   *     blank or too long text, or one with more than {@link #MOST} finds
   */
  public List<LeakFinding> check(Actor actor, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw Input.invalid("text", "text must have 1 to " + LONGEST + " characters.");
    }
    List<String> candidates = KeySecret.candidates(text);
    if (candidates.size() > MOST) {
      throw Input.invalid("text", "text holds more than " + MOST + " secrets; split it.");
    }
    List<LeakFinding> findings =
        candidates.stream().map(candidate -> finding(actor, candidate)).toList();
    findings.forEach(
        finding -> finding.holder().ifPresent(holder -> record(actor, finding, holder)));
    return findings;
  }

  private LeakFinding finding(Actor actor, String candidate) {
    Optional<KeySecret> secret = KeySecret.parse(candidate);
    return new LeakFinding(
        KeySecret.hintOf(candidate),
        secret.isPresent(),
        secret.flatMap(genuine -> queries.holder(actor, hasher.hash(genuine))));
  }

  private void record(Actor actor, LeakFinding finding, SecretHolder holder) {
    work.in(
        actor.scope(),
        () -> {
          keys.find(holder.key().id())
              .ifPresent(
                  key ->
                      desk.record(
                          actor,
                          key,
                          "key.leak-found",
                          Facts.NONE,
                          Facts.of("secret", finding.hint()).with("live", holder.live())));
          return holder;
        });
  }
}
