package io.marketplace.bench.proof;

import io.marketplace.bench.control.BenchKeys;
import io.marketplace.bench.pause.Pause;
import io.marketplace.bench.problem.BenchFailure;
import java.net.URI;
import java.time.Duration;

/** A key that opened every gateway is revoked. */
final class Revocation implements Change {

  private static final Duration KNOWN = Duration.ofSeconds(10);

  private final Stage stage;
  private BenchKeys.Issued key;

  Revocation(Stage stage) {
    this.stage = stage;
    this.key = stage.key();
  }

  @Override
  public String kind() {
    return "a key revoked";
  }

  @Override
  public void prepare() {
    key = stage.keys().another();
    for (URI gateway : stage.replicas().addresses()) {
      if (!Pause.until(KNOWN, () -> stage.caller().models(gateway, key.secret()).answered())) {
        throw new BenchFailure(gateway + " does not know a key after " + KNOWN + ".");
      }
    }
  }

  @Override
  public void make() {
    stage.keys().revoke(key);
  }

  @Override
  public boolean met(URI gateway) {
    return stage.caller().models(gateway, key.secret()).status() == 401;
  }
}
