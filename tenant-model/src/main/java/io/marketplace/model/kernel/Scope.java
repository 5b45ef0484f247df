package io.marketplace.model.kernel;

/** The rows a transaction may see; row-level security in the database enforces it. */
public sealed interface Scope {

  /** All tenants' rows, by the policies made for the platform's role. */
  Scope PLATFORM = new Platform();

  /** One tenant's rows. */
  record OfTenant(TenantId tenant) implements Scope {}

  /** All tenants' rows. */
  record Platform() implements Scope {}
}
