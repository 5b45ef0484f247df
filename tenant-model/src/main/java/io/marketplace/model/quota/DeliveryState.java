package io.marketplace.model.quota;

import io.marketplace.model.kernel.Coded;

/** How far a signal has come. */
public enum DeliveryState implements Coded {
  /** It is tried, again and again. */
  WAITING("waiting"),
  /** The receiver took it. */
  DELIVERED("delivered"),
  /** It was tried for about a day, in vain. */
  GIVEN_UP("given-up");

  private final String code;

  DeliveryState(String code) {
    this.code = code;
  }

  /** The code as it stands in answers. */
  @Override
  public String code() {
    return code;
  }
}
