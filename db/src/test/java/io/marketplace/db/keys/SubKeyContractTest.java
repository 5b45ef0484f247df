package io.marketplace.db.keys;

import static io.marketplace.db.Enterprise.agent;
import static io.marketplace.db.Enterprise.terms;
import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.db.Enterprise;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Networks;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.keys.KeyScope;
import io.marketplace.model.keys.KeyState;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.keys.MintSubKey;
import io.marketplace.model.keys.PinnedAttribution;
import io.marketplace.model.keys.ResumeKey;
import io.marketplace.model.keys.RevokeKey;
import io.marketplace.model.keys.RotateKey;
import io.marketplace.model.keys.SubKeyWish;
import io.marketplace.model.keys.SuspendKey;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SubKeyContractTest {

  private Enterprise e;
  private ApplicationId application;
  private KeyId parent;
  private Instant parentEnds;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
    application = e.application("agents");
    e.grant(application, terms(Tier.UTILITY, Sensitivity.INTERNAL, "50"));
    e.grant(application, terms(Tier.CODE, Sensitivity.CONFIDENTIAL, "50"));
    parentEnds = e.clock.instant().plus(Duration.ofDays(30));
    parent = issue("parent", Optional.of(parentEnds)).id();
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private IssuedKey issue(String name, Optional<Instant> ends) {
    KeyScope scope =
        new KeyScope(
            Set.of(Tier.UTILITY, Tier.CODE),
            Optional.of(List.of("utility", "code")),
            Optional.of(List.of("Local models")),
            Optional.of(List.of("EU", "on-premises")),
            Optional.of(Sensitivity.CONFIDENTIAL),
            Optional.of(Networks.of("sourceNetworks", List.of("10.0.0.0/8"))),
            100);
    PinnedAttribution pinned =
        new PinnedAttribution(
            Optional.empty(), Optional.of("triage"), Optional.empty(), Optional.empty());
    return e.get(IssueKey.class)
        .issue(e.developer, application, new KeyWish(name, scope, ends, pinned, Optional.empty()));
  }

  private IssuedKey mint(KeyId from, SubKeyWish wish) {
    return e.get(MintSubKey.class).mint(e.developer, from, wish);
  }

  private KeyView view(KeyId key) {
    return e.get(KeyQueries.class).key(e.developer, key);
  }

  private String snapshot() throws SQLException {
    return e.database.snapshot();
  }

  @Test
  void whatIsLeftOutIsAsTheParents() {
    IssuedKey minted = mint(parent, SubKeyWish.of("for bot", agent("bot")));
    KeyView key = view(minted.id());
    KeyView above = view(parent);
    assertThat(key.parent()).contains(parent);
    assertThat(key.scope()).isEqualTo(above.scope());
    assertThat(key.sensitivity()).isEqualTo(above.sensitivity());
    assertThat(key.expiresAt()).isEqualTo(above.expiresAt());
    assertThat(key.attribution())
        .isEqualTo(
            new PinnedAttribution(
                Optional.of("bot"), Optional.of("triage"), Optional.empty(), Optional.empty()));
    assertThat(above.subKeys()).isPositive();
    assertThat(
            e.get(KeyQueries.class)
                .keys(e.developer, KeyFilter.of(parent), PageRequest.first(50))
                .items())
        .extracting(KeyView::id)
        .contains(minted.id());
  }

  @Test
  void nothingReachesFurtherThanTheParent() {
    for (SubKeyWish wish : wider()) {
      assertRefused(ProblemCode.INVALID_REQUEST, () -> mint(parent, wish));
    }
    PinnedAttribution otherWorkflow =
        new PinnedAttribution(
            Optional.of("bot"), Optional.of("other"), Optional.empty(), Optional.empty());
    assertRefused(
        ProblemCode.INVALID_REQUEST, () -> mint(parent, SubKeyWish.of("no", otherWorkflow)));
  }

  private List<SubKeyWish> wider() {
    List<SubKeyWish> wishes = new ArrayList<>();
    Optional<Networks> elsewhere =
        Optional.of(Networks.of("sourceNetworks", List.of("10.1.0.0/16", "0.0.0.0/0")));
    wishes.add(wish(Optional.of(Set.of(Tier.VISION)), Optional.empty(), Optional.empty(), 9));
    wishes.add(wish(Optional.empty(), elsewhere, Optional.empty(), 9));
    wishes.add(wish(Optional.empty(), Optional.empty(), Optional.of(Sensitivity.RESTRICTED), 9));
    // below the data that calls of one of its tiers count as: it could never call that
    wishes.add(wish(Optional.empty(), Optional.empty(), Optional.of(Sensitivity.PUBLIC), 9));
    wishes.add(wish(Optional.empty(), Optional.empty(), Optional.of(Sensitivity.INTERNAL), 9));
    wishes.add(
        wish(
            Optional.of(Set.of(Tier.CODE)),
            Optional.empty(),
            Optional.of(Sensitivity.INTERNAL),
            9));
    wishes.add(wish(Optional.empty(), Optional.empty(), Optional.empty(), 101));
    wishes.add(until(parentEnds.plusSeconds(1)));
    wishes.add(until(e.clock.instant().minusSeconds(1)));
    return wishes;
  }

  private static SubKeyWish wish(
      Optional<Set<Tier>> tiers,
      Optional<Networks> networks,
      Optional<Sensitivity> highest,
      int labels) {
    return new SubKeyWish(
        "sub",
        tiers,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        highest,
        networks,
        Optional.of(labels),
        Optional.empty(),
        agent("bot"),
        Optional.empty());
  }

  private static SubKeyWish until(Instant end) {
    return SubKeyWish.of("sub", agent("bot")).withExpiry(end);
  }

  @Test
  void narrowerSubKeysAreMintedForAnAgentOrCustomerOnly() {
    KeyId key =
        mint(
                parent,
                wish(
                    Optional.of(Set.of(Tier.CODE)),
                    Optional.of(Networks.of("sourceNetworks", List.of("10.9.0.0/16"))),
                    Optional.of(Sensitivity.CONFIDENTIAL),
                    1))
            .id();
    assertThat(view(key).tiers()).containsExactly(Tier.CODE);
    assertRefused(
        ProblemCode.INVALID_REQUEST, () -> SubKeyWish.of("nobody", PinnedAttribution.NONE));
    assertRefused(ProblemCode.CONFLICT, () -> mint(key, SubKeyWish.of("grandchild", agent("bot"))));
  }

  @Test
  void theCeilingIsHeldToTheTiersOfTheSubKeyItself() {
    KeyId key =
        mint(
                parent,
                wish(
                    Optional.of(Set.of(Tier.UTILITY)),
                    Optional.empty(),
                    Optional.of(Sensitivity.INTERNAL),
                    1))
            .id();
    assertThat(view(key).scope().highest()).contains(Sensitivity.INTERNAL);
  }

  @Test
  void subKeysStopWithTheirParentAtOnce() throws SQLException {
    KeyId above = issue("stopping", Optional.empty()).id();
    KeyId below = mint(above, SubKeyWish.of("below", agent("bot"))).id();
    assertThat(snapshot()).contains(above.toString(), below.toString());

    e.get(SuspendKey.class).suspend(e.developer, above, "looking into it");
    assertThat(snapshot()).doesNotContain(above.toString()).doesNotContain(below.toString());
    assertThat(view(below).state()).isEqualTo(KeyState.SUSPENDED);
    assertRefused(ProblemCode.CONFLICT, () -> mint(above, SubKeyWish.of("late", agent("bot"))));
    assertRefused(
        ProblemCode.CONFLICT, () -> e.get(SuspendKey.class).suspend(e.developer, above, null));
    e.get(ResumeKey.class).resume(e.approver, above, null);
    assertThat(snapshot()).contains(above.toString(), below.toString());
    assertRefused(
        ProblemCode.CONFLICT, () -> e.get(ResumeKey.class).resume(e.developer, above, null));

    e.get(RevokeKey.class).revoke(e.developer, above, "leaked");
    assertThat(snapshot()).doesNotContain(above.toString()).doesNotContain(below.toString());
    assertThat(view(below).state()).isEqualTo(KeyState.REVOKED);
    assertThat(view(below).revokedReason()).contains("leaked");
    assertRefused(ProblemCode.CONFLICT, () -> e.get(RotateKey.class).rotate(e.developer, below, 0));
    assertRefused(ProblemCode.CONFLICT, () -> mint(above, SubKeyWish.of("late", agent("bot"))));
  }

  @Test
  void aSubKeyEndsNoLaterThanItsParentInTheSnapshot() throws SQLException {
    IssuedKey above = issue("ending", Optional.of(e.clock.instant().plus(Duration.ofDays(2))));
    KeyId below = mint(above.id(), SubKeyWish.of("below", agent("bot"))).id();
    e.database.execute(
        "update virtual_key set expires_at = now() - interval '1 s' where id = '"
            + above.id()
            + "'");
    assertThat(snapshot()).doesNotContain(below.toString());
    assertThat(view(below).state()).isEqualTo(KeyState.EXPIRED);
  }

  @Test
  void othersDoNotMint() {
    SubKeyWish wish = SubKeyWish.of("theirs", agent("bot"));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(MintSubKey.class).mint(e.otherApprover, parent, wish));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(MintSubKey.class).mint(e.stranger, parent, wish));
    assertRefused(
        ProblemCode.FORBIDDEN, () -> e.get(MintSubKey.class).mint(e.finops, parent, wish));
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> e.get(SuspendKey.class).suspend(e.otherApprover, parent, null));
  }

  @Test
  void theDatabaseHoldsParentsToTheirApplication() throws SQLException {
    ApplicationId other = e.application("elsewhere");
    e.grant(other, terms(Tier.UTILITY));
    KeyId foreign =
        e.get(IssueKey.class)
            .issue(e.developer, other, KeyWish.of("foreign", Set.of(Tier.UTILITY)))
            .id();
    assertThatThrownBy(
            () ->
                e.database.execute(
                    "update virtual_key set parent_id = '%s' where id = '%s'"
                        .formatted(parent, foreign)))
        .hasMessageContaining("virtual_key_parent");
  }
}
