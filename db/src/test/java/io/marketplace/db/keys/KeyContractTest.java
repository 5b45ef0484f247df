package io.marketplace.db.keys;

import static io.marketplace.db.Enterprise.terms;
import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.access.GrantId;
import io.marketplace.model.access.SuspendGrant;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Networks;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyHasher;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.keys.KeyScope;
import io.marketplace.model.keys.KeyState;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.keys.PinnedAttribution;
import io.marketplace.model.keys.RevokeKey;
import io.marketplace.model.keys.RotateKey;
import io.marketplace.model.keys.StopOldSecret;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.ArchiveApplication;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeyContractTest {

  private Enterprise e;
  private ApplicationId application;
  private GrantId embedding;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
    application = e.application("shop");
    e.grant(application, terms(Tier.UTILITY, Sensitivity.CONFIDENTIAL, "50"));
    embedding =
        e.grant(application, terms(Tier.EMBEDDING, Sensitivity.PUBLIC, "50")).grant().orElseThrow();
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private IssuedKey issue(String name, Set<Tier> tiers) {
    return e.get(IssueKey.class).issue(e.developer, application, KeyWish.of(name, tiers));
  }

  private KeyView view(IssuedKey key) {
    return e.get(KeyQueries.class).key(e.developer, key.id());
  }

  @Test
  void onlyTheHashOfASecretIsKept() throws SQLException {
    IssuedKey key = issue("hashed", Set.of(Tier.UTILITY));
    byte[] hash = new KeyHasher(new byte[32]).hash(key.secret()).bytes();
    try (Connection admin = e.database.admin();
        PreparedStatement find =
            admin.prepareStatement("select hint from key_secret where hash = ?")) {
      find.setBytes(1, hash);
      try (ResultSet found = find.executeQuery()) {
        assertThat(found.next()).isTrue();
        assertThat(found.getString(1)).isEqualTo(key.secret().hint()).hasSizeLessThan(16);
      }
      try (ResultSet audit =
          admin
              .createStatement()
              .executeQuery("select string_agg(e::text, ' ') from audit_event e")) {
        audit.next();
        assertThat(audit.getString(1)).doesNotContain(key.secret().reveal());
      }
    }
  }

  @Test
  void theLowestSensitivityOfTheGrantsHolds() {
    assertThat(view(issue("one", Set.of(Tier.UTILITY))).sensitivity())
        .isEqualTo(Sensitivity.CONFIDENTIAL);
    KeyView both = view(issue("both", Set.of(Tier.UTILITY, Tier.EMBEDDING)));
    assertThat(both.sensitivity()).isEqualTo(Sensitivity.PUBLIC);
    assertThat(both.tiers()).containsExactly(Tier.UTILITY, Tier.EMBEDDING);
    assertThat(both.state()).isEqualTo(KeyState.ACTIVE);
  }

  @Test
  void narrowingAndPinningAreKept() {
    KeyWish wish =
        new KeyWish(
            "narrow",
            new KeyScope(
                Set.of(Tier.UTILITY),
                Optional.of(List.of("utility", "chat.small")),
                Optional.of(List.of("Local models")),
                Optional.of(List.of("EU", "on-premises")),
                Optional.of(Sensitivity.RESTRICTED),
                Optional.of(Networks.of("sourceNetworks", List.of("10.0.0.0/8", "2001:DB8::/32"))),
                20),
            Optional.of(e.clock.instant().plus(Duration.ofDays(3))),
            new PinnedAttribution(
                Optional.of("triage"), Optional.empty(), Optional.of("ACME"), Optional.empty()),
            Optional.empty());
    KeyView view = view(e.get(IssueKey.class).issue(e.developer, application, wish));
    assertThat(view.scope()).isEqualTo(wish.scope());
    assertThat(view.scope().networks().orElseThrow().texts())
        .containsExactly("10.0.0.0/8", "2001:db8::/32");
    assertThat(view.attribution()).isEqualTo(wish.attribution());
    assertThat(view.expiresAt()).isPresent();
  }

  private IssuedKey issue(Set<Tier> tiers, Sensitivity highest) {
    KeyScope scope =
        new KeyScope(
            tiers,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(highest),
            Optional.empty(),
            1);
    return e.get(IssueKey.class)
        .issue(
            e.developer,
            application,
            new KeyWish(
                "ceiling", scope, Optional.empty(), PinnedAttribution.NONE, Optional.empty()));
  }

  @Test
  void aCeilingShutsOutNoTierOfTheKey() {
    Set<Tier> both = Set.of(Tier.UTILITY, Tier.EMBEDDING);
    assertRefused(ProblemCode.INVALID_REQUEST, () -> issue(both, Sensitivity.INTERNAL))
        .hasMessageContaining("utility (confidential)")
        .hasMessageNotContaining("embedding (");
    assertRefused(
        ProblemCode.INVALID_REQUEST, () -> issue(Set.of(Tier.UTILITY), Sensitivity.PUBLIC));
    assertThat(view(issue(both, Sensitivity.CONFIDENTIAL)).scope().highest())
        .contains(Sensitivity.CONFIDENTIAL);
    assertThat(view(issue(Set.of(Tier.EMBEDDING), Sensitivity.PUBLIC)).scope().highest())
        .contains(Sensitivity.PUBLIC);
  }

  @Test
  void aTierWithoutAnActiveGrantIsRefused() {
    assertRefused(ProblemCode.TIER_NOT_GRANTED, () -> issue("no", Set.of(Tier.REASONING)))
        .hasMessageContaining("reasoning");
    ApplicationId other = e.application("suspended");
    GrantId grant = e.grant(other, terms(Tier.CODE)).grant().orElseThrow();
    e.get(SuspendGrant.class).suspend(e.approver, grant, null);
    assertRefused(
        ProblemCode.TIER_NOT_GRANTED,
        () -> e.get(IssueKey.class).issue(e.developer, other, KeyWish.of("no", Set.of(Tier.CODE))));
    assertThat(embedding).isNotEqualTo(grant);
  }

  @Test
  void bothSecretsLiveWhileTheyOverlap() {
    IssuedKey key = issue("rotated", Set.of(Tier.UTILITY));
    IssuedKey next = e.get(RotateKey.class).rotate(e.colleague, key.id(), 3600);
    assertThat(next.secret().reveal()).isNotEqualTo(key.secret().reveal());
    KeyView view = view(key);
    assertThat(view.state()).isEqualTo(KeyState.ROTATING);
    assertThat(view.current().orElseThrow().hint()).isEqualTo(next.secret().hint());
    assertThat(view.old().orElseThrow().hint()).isEqualTo(key.secret().hint());
    assertThat(view.old().orElseThrow().liveUntil()).isPresent();
    assertThat(view.current().orElseThrow().liveUntil()).isEmpty();

    var end = view.old().orElseThrow().liveUntil();
    e.get(RotateKey.class).rotate(e.developer, key.id(), 7200);
    KeyView again = view(key);
    assertThat(again.secrets()).hasSize(3);
    assertThat(again.secrets().get(2).liveUntil()).isEqualTo(end);

    e.get(RotateKey.class).rotate(e.developer, key.id(), 0);
    assertThat(view(key).secrets().get(1).liveUntil()).isPresent();
  }

  @Test
  void aRotationCanBeEndedEarly() {
    IssuedKey key = issue("hurried", Set.of(Tier.UTILITY));
    assertRefused(
        ProblemCode.CONFLICT, () -> e.get(StopOldSecret.class).stop(e.developer, key.id()));
    IssuedKey next = e.get(RotateKey.class).rotate(e.developer, key.id(), 3600);
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(StopOldSecret.class).stop(e.otherApprover, key.id()));
    e.get(StopOldSecret.class).stop(e.developer, key.id());
    assertThat(view(key).state()).isEqualTo(KeyState.ACTIVE);
    assertThat(view(key).current().orElseThrow().hint()).isEqualTo(next.secret().hint());
    assertThat(view(key).old()).isEmpty();
  }

  @Test
  void impossibleOverlapsAreRefused() {
    IssuedKey key = issue("overlap", Set.of(Tier.UTILITY));
    for (long overlap : new long[] {-1, 30L * 86_400 + 1, Long.MAX_VALUE}) {
      assertRefused(
          ProblemCode.INVALID_REQUEST,
          () -> e.get(RotateKey.class).rotate(e.developer, key.id(), overlap));
    }
  }

  @Test
  void revokingEndsAKeyOnce() {
    IssuedKey key = issue("revoked", Set.of(Tier.UTILITY));
    e.get(RevokeKey.class).revoke(e.developer, key.id(), "leaked");
    e.get(RevokeKey.class).revoke(e.developer, key.id(), "again");
    assertThat(view(key).state()).isEqualTo(KeyState.REVOKED);
    assertThat(view(key).revokedReason()).contains("leaked");
    assertRefused(
        ProblemCode.CONFLICT, () -> e.get(RotateKey.class).rotate(e.developer, key.id(), 0));
  }

  @Test
  void anotherTenantsIdsAreNotThere() {
    IssuedKey key = issue("foreign", Set.of(Tier.UTILITY));
    assertRefused(
        ProblemCode.NOT_FOUND,
        () ->
            e.get(IssueKey.class)
                .issue(e.otherDeveloper, application, KeyWish.of("no", Set.of(Tier.UTILITY))));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(RotateKey.class).rotate(e.otherApprover, key.id(), 0));
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> e.get(RevokeKey.class).revoke(e.otherApprover, key.id(), null));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(KeyQueries.class).key(e.otherApprover, key.id()));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(RevokeKey.class).revoke(e.stranger, key.id(), null));
    assertRefused(
        ProblemCode.FORBIDDEN, () -> e.get(RevokeKey.class).revoke(e.finops, key.id(), null));
    assertThat(
            e.get(KeyQueries.class)
                .keys(e.otherDeveloper, KeyFilter.ALL, PageRequest.first(200))
                .items())
        .isEmpty();
    assertThat(
            e.get(KeyQueries.class).keys(e.stranger, KeyFilter.ALL, PageRequest.first(200)).items())
        .isEmpty();
  }

  @Test
  void badInputAndArchivedApplicationsAreRefused() {
    assertRefused(ProblemCode.INVALID_REQUEST, () -> issue(" ", Set.of(Tier.UTILITY)));
    assertRefused(ProblemCode.INVALID_REQUEST, () -> issue("x".repeat(81), Set.of(Tier.UTILITY)));
    assertRefused(ProblemCode.INVALID_REQUEST, () -> issue("none", Set.of()));
    ApplicationId old = e.application("old");
    e.grant(old, terms(Tier.UTILITY));
    e.get(ArchiveApplication.class).archive(e.developer, old);
    assertRefused(
        ProblemCode.CONFLICT,
        () ->
            e.get(IssueKey.class)
                .issue(e.developer, old, KeyWish.of("late", Set.of(Tier.UTILITY))));
  }

  @Test
  void filtersNarrow() {
    IssuedKey key = issue("findable%_", Set.of(Tier.EMBEDDING));
    KeyFilter filter =
        new KeyFilter(
            Set.of(KeyState.ACTIVE),
            Optional.of(application),
            Optional.empty(),
            Optional.of(Tier.EMBEDDING),
            Optional.of("ABLE%_"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(e.get(KeyQueries.class).keys(e.auditor, filter, PageRequest.first(5)).items())
        .extracting(KeyView::id)
        .containsExactly(key.id());
  }
}
