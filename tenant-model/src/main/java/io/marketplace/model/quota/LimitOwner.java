package io.marketplace.model.quota;

import io.marketplace.model.kernel.Coded;

/** Who set a limit. Both may limit the same calls; the tighter one decides. */
public enum LimitOwner implements Coded {
  /** The platform; only its administrators change it. */
  PLATFORM("platform"),
  /** The tenant, through its approvers. */
  TENANT("tenant");

  private final String code;

  LimitOwner(String code) {
    this.code = code;
  }

  /** The code as it stands in answers. */
  @Override
  public String code() {
    return code;
  }

  /** The owner of that code, as it was stored. */
  public static LimitOwner ofCode(String code) {
    return code.equals(PLATFORM.code) ? PLATFORM : TENANT;
  }
}
