package io.marketplace.db.seed;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.access.ApproveAccess;
import io.marketplace.model.access.RequestAccess;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.access.TermChanges;
import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.keys.KeyHasher;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeySecret;
import io.marketplace.model.keys.SecretId;
import io.marketplace.model.policy.Sensitivity;
import java.util.List;
import java.util.Optional;

/**
 * Gives the demo's applications their grants and keys, once: what somebody revoked since stays
 * revoked.
 */
final class DemoAccess {

  private static final List<Tier> TIERS = List.of(Tier.UTILITY, Tier.EMBEDDING, Tier.RERANKER);
  private static final NanoUsd BUDGET = NanoUsd.parse("budget", "100");
  private static final long EXPECTED_REQUESTS = 10_000;

  private final Work work;
  private final Sql sql;
  private final RequestAccess requestAccess;
  private final ApproveAccess approveAccess;
  private final KeyHasher hasher;
  private final AuditTrail audit;

  DemoAccess(
      Work work,
      Sql sql,
      RequestAccess requestAccess,
      ApproveAccess approveAccess,
      KeyHasher hasher,
      AuditTrail audit) {
    this.work = work;
    this.sql = sql;
    this.requestAccess = requestAccess;
    this.approveAccess = approveAccess;
    this.hasher = hasher;
    this.audit = audit;
  }

  void setUp(DemoTenant demo, DemoTenant.Ready ready, KeySecret secret) {
    for (Tier tier : TIERS) {
      if (!hadGrant(ready, tier)) {
        RequestId request = openRequest(ready, tier).orElseGet(() -> request(demo, ready, tier));
        approveAccess.approve(ready.approver(), request, "Set up with the demo.", TermChanges.NONE);
      }
    }
    addKey(ready, secret);
  }

  private RequestId request(DemoTenant demo, DemoTenant.Ready ready, Tier tier) {
    RequestTerms terms =
        new RequestTerms(
            tier,
            demo.purpose(),
            Sensitivity.INTERNAL,
            Optional.of(EXPECTED_REQUESTS),
            BUDGET,
            Optional.empty());
    return requestAccess.request(ready.developer(), ready.application(), terms).id();
  }

  private boolean hadGrant(DemoTenant.Ready ready, Tier tier) {
    return work.in(
        ready.developer().scope(),
        () ->
            sql.one(
                    "select id from access_grant where application_id = ? and tier = ? limit 1",
                    row -> row.id(1),
                    ready.application().value(),
                    tier.code())
                .isPresent());
  }

  // of a set-up that was interrupted between asking and approving
  private Optional<RequestId> openRequest(DemoTenant.Ready ready, Tier tier) {
    return work.in(
        ready.developer().scope(),
        () ->
            sql.one(
                "select id from access_request where application_id = ? and tier = ?"
                    + " and state = 'pending' and requested_by = ?",
                row -> new RequestId(row.id(1)),
                ready.application().value(),
                tier.code(),
                ready.developer().person().value()));
  }

  // No use case takes a secret from outside; the demo's stands in the launcher's env file already.
  private void addKey(DemoTenant.Ready ready, KeySecret secret) {
    byte[] hash = hasher.hash(secret).bytes();
    work.in(
        ready.developer().scope(),
        () -> {
          if (sql.one("select id from key_secret where hash = ?", row -> row.id(1), hash)
              .isEmpty()) {
            add(ready, secret, hash);
          }
          return secret;
        });
  }

  private void add(DemoTenant.Ready ready, KeySecret secret, byte[] hash) {
    KeyId key = KeyId.create();
    List<String> tiers = TIERS.stream().map(Tier::code).sorted().toList();
    sql.change(
        """
        insert into virtual_key (id, tenant_id, application_id, name, state, sensitivity, tiers,
          created_by)
        values (?, current_tenant(), ?, 'Demo key', 'active', ?, ?, ?)
        """,
        key.value(),
        ready.application().value(),
        Sensitivity.INTERNAL.code(),
        tiers,
        ready.developer().subject());
    sql.change(
        """
        insert into key_secret (id, tenant_id, key_id, hash, hint)
        values (?, current_tenant(), ?, ?, ?)
        """,
        SecretId.create().value(),
        key.value(),
        hash,
        secret.hint());
    audit.record(
        new AuditEntry(
            ready.developer().tenant(),
            Author.of(ready.developer()),
            "key.issued",
            "key",
            key.toString(),
            Facts.NONE,
            Facts.of("state", "active")
                .with("application", ready.application())
                .with("name", "Demo key")
                .with("tiers", String.join(", ", tiers))
                .with("sensitivity", Sensitivity.INTERNAL.code())
                .with("secret", secret.hint())));
  }
}
