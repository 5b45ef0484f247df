package io.marketplace.it.journey;

/** Those of the demo who look at pages, each with the one role they bear. */
enum DemoPerson {
  APPROVER("approver-retail", "TENANT_APPROVER", true),
  DEVELOPER("dev-retail", "DEVELOPER", true),
  ADMIN("admin", "PLATFORM_ADMIN", false),
  FINANCE("finops", "FINOPS", false),
  AUDITOR("auditor", "AUDITOR", false);

  private final String user;
  private final String role;
  private final boolean ofTenant;

  DemoPerson(String user, String role, boolean ofTenant) {
    this.user = user;
    this.role = role;
    this.ofTenant = ofTenant;
  }

  String user() {
    return user;
  }

  String role() {
    return role;
  }

  boolean ofTenant() {
    return ofTenant;
  }
}
