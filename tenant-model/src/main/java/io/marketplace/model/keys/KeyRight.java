package io.marketplace.model.keys;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Coded;
import io.marketplace.model.kernel.Role;

/**
 * In which right somebody who may act for a key does so, the lowest first. What was stopped in a
 * higher right is not let go on in a lower one.
 */
public enum KeyRight implements Coded {
  /** As a developer of the application's team. */
  TEAM(Role.DEVELOPER),
  /** As an approver of the tenant. */
  TENANT(Role.TENANT_APPROVER),
  /** As an administrator of the platform. */
  PLATFORM(Role.PLATFORM_ADMIN);

  private final Role role;

  KeyRight(Role role) {
    this.role = role;
  }

  /** The highest right of an actor who may act for a key. */
  public static KeyRight of(Actor actor) {
    if (actor.is(Role.PLATFORM_ADMIN)) {
      return PLATFORM;
    }
    return actor.is(Role.TENANT_APPROVER) ? TENANT : TEAM;
  }

  /** The role's code. */
  @Override
  public String code() {
    return role.code();
  }

  /** Whether this is at least as high as {@code other}. */
  public boolean atLeast(KeyRight other) {
    return compareTo(other) >= 0;
  }
}
