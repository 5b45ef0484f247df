package io.marketplace.model.kernel;

import java.util.Optional;

/** The roles a person can bear; the code is the identity provider's name for it. */
public enum Role implements Coded {
  /** Runs providers, pools, prices, routes and policies; sees all tenants. */
  PLATFORM_ADMIN("platform-admin"),
  /** Decides the access requests of a tenant. */
  TENANT_APPROVER("tenant-approver"),
  /** Registers applications, requests access, issues keys for the own teams. */
  DEVELOPER("developer"),
  /** Reads spend. */
  FINOPS("finops"),
  /** Reads requests, policies, traces and the audit. */
  AUDITOR("auditor");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  /** The identity provider's name of the role. */
  @Override
  public String code() {
    return code;
  }

  /** The role of that name; empty for a role that is not the marketplace's. */
  public static Optional<Role> of(String code) {
    return Coded.of(Role.class, code);
  }
}
