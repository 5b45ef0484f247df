package io.marketplace.db.keys;

import static io.marketplace.db.Enterprise.terms;
import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.keys.KeyState;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.keys.PinnedAttribution;
import io.marketplace.model.keys.RevokeKeys;
import io.marketplace.model.keys.Sighting;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RevokeKeysContractTest {

  private Enterprise e;
  private RevokeKeys revoke;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
    revoke = e.get(RevokeKeys.class);
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private ApplicationId granted(String name) {
    ApplicationId application = e.application(name);
    e.grant(application, terms(Tier.UTILITY));
    return application;
  }

  private IssuedKey issue(ApplicationId application, String name, PinnedAttribution pinned) {
    KeyWish wish = KeyWish.of(name, Set.of(Tier.UTILITY)).withAttribution(pinned);
    return e.get(IssueKey.class).issue(e.developer, application, wish);
  }

  private IssuedKey issue(ApplicationId application, String name) {
    return issue(application, name, PinnedAttribution.NONE);
  }

  private KeyState state(KeyId key) {
    return e.get(KeyQueries.class).key(e.developer, key).state();
  }

  private static KeyFilter filter(
      Optional<String> agent, Optional<Instant> before, Optional<Instant> unused) {
    return new KeyFilter(
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        agent,
        Optional.empty(),
        before,
        unused);
  }

  @Test
  void whatWasSeenIsWhatEnds() {
    ApplicationId application = granted("bulk");
    KeyId one = issue(application, "one").id();
    KeyId two = issue(application, "two").id();
    KeyId elsewhere = issue(granted("spared"), "one").id();
    Sighting seen = revoke.look(e.developer, KeyFilter.of(application));
    assertThat(seen.keys()).extracting(KeyView::id).containsExactly(two, one);
    assertThat(state(one)).isEqualTo(KeyState.ACTIVE);

    assertThat(revoke.revoke(e.developer, KeyFilter.of(application), seen.token(), "left"))
        .containsExactlyInAnyOrder(one, two);
    assertThat(state(one)).isEqualTo(KeyState.REVOKED);
    assertThat(state(elsewhere)).isEqualTo(KeyState.ACTIVE);
    assertThat(
            e.get(AuditQueries.class)
                .events(e.approver, AuditFilter.about("key", two.toString()), PageRequest.first(9))
                .items())
        .extracting(event -> event.action())
        .containsExactly("key.revoked", "key.issued");
    assertThat(revoke.look(e.developer, KeyFilter.of(application)).keys()).isEmpty();
  }

  @Test
  void aKeyThatCameOrWentInBetweenStopsAll() {
    ApplicationId application = granted("changing");
    KeyId one = issue(application, "one").id();
    Sighting seen = revoke.look(e.developer, KeyFilter.of(application));
    KeyId late = issue(application, "late").id();
    assertRefused(
        ProblemCode.CONFLICT,
        () -> revoke.revoke(e.developer, KeyFilter.of(application), seen.token(), null));
    assertThat(state(one)).isEqualTo(KeyState.ACTIVE);
    assertThat(state(late)).isEqualTo(KeyState.ACTIVE);
    assertRefused(
        ProblemCode.CONFLICT,
        () -> revoke.revoke(e.developer, KeyFilter.of(application), "made-up", null));
  }

  @Test
  void agentsAgeAndDisuseNarrow() throws SQLException {
    ApplicationId application = granted("narrowing");
    PinnedAttribution bot = Enterprise.agent("bulk-bot");
    KeyId pinned = issue(application, "pinned", bot).id();
    assertThat(
            revoke
                .look(
                    e.developer,
                    filter(Optional.of("bulk-bot"), Optional.empty(), Optional.empty()))
                .keys())
        .extracting(KeyView::id)
        .containsExactly(pinned);

    ApplicationId old = granted("old times");
    KeyId used = issue(old, "used").id();
    KeyId unused = issue(old, "unused").id();
    try (Connection admin = e.database.admin()) {
      for (KeyId key : List.of(used, unused)) {
        try (PreparedStatement age =
            admin.prepareStatement(
                "update virtual_key set created_at = '2020-01-01T00:00Z' where id = ?")) {
          age.setObject(1, key.value());
          age.executeUpdate();
        }
      }
      try (PreparedStatement use =
          admin.prepareStatement(
              "insert into key_use (secret_id, tenant_id, last_used_at) select id, tenant_id, now()"
                  + " from key_secret where key_id = ?")) {
        use.setObject(1, used.value());
        use.executeUpdate();
      }
    }
    Instant then = Instant.parse("2021-01-01T00:00:00Z");
    assertThat(
            revoke
                .look(e.developer, filter(Optional.empty(), Optional.of(then), Optional.empty()))
                .keys())
        .extracting(KeyView::id)
        .containsExactlyInAnyOrder(used, unused);
    // keys issued since have had no time to be used
    assertThat(
            revoke
                .look(e.developer, filter(Optional.empty(), Optional.empty(), Optional.of(then)))
                .keys())
        .extracting(KeyView::id)
        .containsExactly(unused);
  }

  @Test
  void onlyWhatOneMayActForIsFound() {
    ApplicationId application = granted("guarded");
    issue(application, "one");
    for (Actor actor : List.of(e.stranger, e.otherApprover, e.finops, e.auditor)) {
      Sighting seen = revoke.look(actor, KeyFilter.of(application));
      assertThat(seen.keys()).isEmpty();
      assertThat(revoke.revoke(actor, KeyFilter.of(application), seen.token(), null)).isEmpty();
    }
    assertThat(revoke.look(e.approver, KeyFilter.of(application)).keys()).hasSize(1);
  }

  @Test
  void aFilterThatDoesNotNarrowIsRefused() {
    assertRefused(ProblemCode.INVALID_REQUEST, () -> revoke.look(e.admin, KeyFilter.ALL));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () -> revoke.revoke(e.admin, KeyFilter.ALL.in(KeyFilter.LIVE), "any", null));
  }

  @Test
  void ofTwoAtOnceOneEndsTheKeysAndTheOtherLooksAgain() throws Exception {
    ApplicationId application = granted("contended");
    for (int i = 0; i < 5; i++) {
      issue(application, "key " + i);
    }
    Sighting seen = revoke.look(e.developer, KeyFilter.of(application));
    CountDownLatch together = new CountDownLatch(2);
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<String>> outcomes =
          List.of(e.developer, e.colleague).stream()
              .map(
                  actor ->
                      two.submit(
                          () -> {
                            together.countDown();
                            together.await();
                            try {
                              return "ended "
                                  + revoke
                                      .revoke(actor, KeyFilter.of(application), seen.token(), null)
                                      .size();
                            } catch (MarketplaceException refused) {
                              return refused.code().code();
                            }
                          }))
              .toList();
      assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
          .containsExactlyInAnyOrder("ended 5", "conflict");
    }
  }
}
