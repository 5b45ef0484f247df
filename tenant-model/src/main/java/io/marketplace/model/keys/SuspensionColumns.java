package io.marketplace.model.keys;

import io.marketplace.model.kernel.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link Suspension} in the columns of its key; all of them are empty for a key in force. */
@Embeddable
public class SuspensionColumns {

  @Column(name = "suspended_by")
  private String by;

  @Column(name = "suspended_as")
  private String right;

  @Column(name = "suspended_at")
  private Instant at;

  @Column(name = "suspended_reason")
  private @Nullable String reason;

  /** For the persistence provider. */
  protected SuspensionColumns() {}

  SuspensionColumns(Suspension told) {
    this.by = told.by();
    this.right = told.right().code();
    this.at = told.at();
    this.reason = told.reason().orElse(null);
  }

  Suspension value() {
    return new Suspension(
        by, Coded.of(KeyRight.class, right).orElseThrow(), at, Optional.ofNullable(reason));
  }
}
