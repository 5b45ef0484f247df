package io.marketplace.model.kernel;

import java.util.Locale;
import java.util.Optional;

/** What a change is about, so that an open page follows only what it shows. */
public enum Topic implements Coded {
  /** Requests and grants. */
  ACCESS,
  /** Keys. */
  KEYS,
  /** Rows of the ledger. */
  USAGE,
  /** Budgets, their raises and their signals. */
  BUDGETS,
  /** Limits on calls. */
  LIMITS,
  /** Model cards. */
  CATALOGUE,
  /** Providers, pools, prices and routes. */
  ROUTING,
  /** What the gateways saw of the pools, about every ten seconds. */
  POOLS,
  /** Policies, guardrails, and what the sensitivities are called. */
  POLICY,
  /** Tenants, teams and applications. */
  TENANTS,
  /** Providers' invoices. */
  INVOICES,
  /** How long calls stay, and what was removed. */
  RETENTION;

  /** The name in the database. */
  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The topic of that name; empty for one that a newer database tells of. */
  public static Optional<Topic> of(String code) {
    return Coded.of(Topic.class, code);
  }
}
