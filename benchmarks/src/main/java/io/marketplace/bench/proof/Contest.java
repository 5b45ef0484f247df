package io.marketplace.bench.proof;

import io.marketplace.bench.pause.Pause;
import java.time.Duration;

/** A budget that many want: looks at it, raises its cap, kills those who spend it. */
final class Contest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long LOOK_MILLIS = 200;

  /** From here on the contest is for what is left: the rest of a cap may be held by the dead. */
  private static final double USED_UP = 0.9;

  /** A change is in force everywhere by then. */
  private static final long IN_FORCE_MILLIS = 2_000;

  private final Stage stage;
  private final Finding finding;
  private final long stepNano;
  private final String budget;
  private long capNano;
  private int caps = 1;
  private int kills;
  private int looks;

  /** Sets the first cap. */
  Contest(Stage stage, Finding finding, long stepNano) {
    this.stage = stage;
    this.finding = finding;
    this.stepNano = stepNano;
    capNano = stepNano;
    budget = stage.budget(capNano);
    stage.atEnd(() -> stage.approver().delete("budgets/" + budget));
    Pause.millis(IN_FORCE_MILLIS);
  }

  /** Looks on for a while. */
  void watch(Tally tally, Duration length, Duration between) {
    long end = System.nanoTime() + length.toNanos();
    long nextKill = System.nanoTime() + between.toNanos();
    long refusedBefore = 0;
    while (System.nanoTime() - end < 0) {
      Books.Look look = look(tally);
      long refused = tally.count("429 budget_exceeded");
      if (refused > refusedBefore && look.settled() >= USED_UP * capNano) {
        capNano += stepNano;
        caps++;
        stage.budget(capNano);
      }
      refusedBefore = refused;
      if (System.nanoTime() - nextKill > 0) {
        killNext();
        nextKill += between.toNanos();
      }
      Pause.millis(LOOK_MILLIS);
    }
  }

  private Books.Look look(Tally tally) {
    long held = tally.costNano();
    Books.Look look = stage.books().look(budget, stage.key().id());
    looks++;
    finding.claim(
        look.settled() <= look.leased() && look.leased() <= look.cap() && look.cap() <= capNano,
        "Settled %d, leased %d, cap in force %d, cap set %d nano-dollars."
            .formatted(look.settled(), look.leased(), look.cap(), capNano));
    finding.claim(
        look.ledger() <= capNano,
        "Rows for %d nano-dollars under a cap of %d.".formatted(look.ledger(), capNano));
    finding.claim(
        held <= capNano, "Answers for %d nano-dollars under a cap of %d.".formatted(held, capNano));
    return look;
  }

  /** One that is still starting is left alone: killing it would try nothing. */
  private void killNext() {
    int count = stage.replicas().count();
    for (int i = 0; i < count; i++) {
      int victim = (kills + i) % count;
      if (stage.replicas().ready(victim)) {
        stage.replicas().kill(victim);
        kills++;
        return;
      }
    }
  }

  /** After the last call: waits for the gateways to recover, and compares the sums. */
  void conclude(Tally tally) {
    stage.replicas().awaitAll();
    String key = stage.key().id();
    finding.claim(
        Pause.until(PATIENCE, () -> stage.books().look(budget, key).returned()),
        "Gateways still hold slices of the budget after " + PATIENCE + ".");
    RowCheck rows = RowCheck.await(PATIENCE, tally.answered(), () -> stage.books().rows(key));
    Books.Look last = look(tally);
    finding.claim(
        last.ledger() == last.settled(),
        "The ledger's rows add up to %d, settled are %d nano-dollars."
            .formatted(last.ledger(), last.settled()));
    finding.claim(kills > 0, "Nothing was killed.");
    finding.claim(tally.count("429 budget_exceeded") > 0, "The cap was never reached.");
    finding.row("kills", kills);
    finding.row("caps set", caps);
    finding.row("looks at the budget", looks);
    finding.row("last cap, nano-dollars", capNano);
    finding.row("settled, nano-dollars", last.settled());
    finding.row("sum of the ledger's rows, nano-dollars", last.ledger());
    finding.row("cost of the whole answers, nano-dollars", tally.costNano());
    rows.tell(finding);
    stage.setAside().tell(finding);
    finding.met(tally);
  }
}
