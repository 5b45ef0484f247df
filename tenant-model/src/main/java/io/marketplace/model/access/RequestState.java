package io.marketplace.model.access;

import io.marketplace.model.kernel.Coded;
import java.util.Locale;
import java.util.Optional;

/** Where a request for access stands. */
public enum RequestState implements Coded {
  /** Being written; only its author's side sees a use in it. */
  DRAFT,
  /** Waiting for a decision. */
  PENDING,
  /** An approver asked something; waiting for the answer. */
  ASKED_BACK,
  /** Approved once; waiting for a second person's approval. */
  HALF_APPROVED,
  /** Approved; a grant came of it. */
  GRANTED,
  /** Refused. */
  DENIED,
  /** Taken back by those who asked. */
  WITHDRAWN;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The code as it stands in answers, such as {@code half-approved}. */
  @Override
  public String code() {
    return code;
  }

  /** Whether a decision is still to come. */
  public boolean isOpen() {
    return this == PENDING || this == ASKED_BACK || this == HALF_APPROVED;
  }

  /** The state of that code. */
  public static Optional<RequestState> of(String code) {
    return Coded.of(RequestState.class, code);
  }
}
