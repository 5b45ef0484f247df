package io.marketplace.gateway.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyHasher;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.routing.CredentialCipher;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SnapshotParserTest {

  private static final TenantId TENANT = TenantId.parse(Documents.TENANT);

  private final Documents documents =
      new Documents()
          .pool(1, Documents.PROVIDER_EU, "http://127.0.0.1:1/")
          .pool(2, Documents.PROVIDER_US, "https://api.example/v1", "ftp://no")
          .route("utility", "\"connectMs\":5", 1, 2)
          .route("gone", "", 9);

  private Snapshot parsed() {
    return Documents.parser().parse(documents.json());
  }

  @Test
  void aKeyIsFoundByTheHashOfItsSecret() {
    KeyEntry key =
        Objects.requireNonNull(
            parsed().keys().get(KeyHasher.ofBase64(Documents.ZEROS).hash(documents.secret)));
    assertThat(key.owner().tenant()).isEqualTo(TENANT);
    assertThat(key.sensitivity()).isEqualTo(Sensitivity.INTERNAL);
    assertThat(key.providers()).isNull();
  }

  @Test
  void aRouteHoldsItsCandidatesPricesAndTimeouts() {
    Route route = Objects.requireNonNull(parsed().route(TENANT, "utility"));
    assertThat(route.groups()).hasSize(2);
    assertThat(route.timeouts().connectMs()).isEqualTo(5);
    assertThat(route.timeouts().idleMs()).isEqualTo(Timeouts.DEFAULT.idleMs());
    Candidate first = route.groups().getFirst().getFirst();
    assertThat(first.pool().provider().credential()).isEqualTo("upstream-secret");
    assertThat(
            Objects.requireNonNull(first.price())
                .of(new TokenCount(10, 4, 3, TokenCount.Source.UPSTREAM), 0))
        .isEqualTo(new NanoUsd(3_300));
    assertThat(
            Objects.requireNonNull(first.price())
                .of(new TokenCount(0, 0, 1, TokenCount.Source.UPSTREAM), 0))
        .isEqualTo(new NanoUsd(600));
  }

  @Test
  void everyTierIsAnAliasAndACandidateThatIsGoneIsLeftOut() {
    assertThat(Objects.requireNonNull(parsed().route(TENANT, "vision")).groups()).isEmpty();
    assertThat(Objects.requireNonNull(parsed().route(TENANT, "gone")).groups()).isEmpty();
    assertThat(parsed().route(TENANT, "gpt")).isNull();
  }

  @Test
  void addressesThatAreNoneAreLeftOut() {
    Snapshot snapshot = parsed();
    Route route = Objects.requireNonNull(snapshot.route(TENANT, "utility"));
    assertThat(route.groups().get(1).getFirst().pool().endpoints()).hasSize(1);
  }

  @Test
  void aCredentialOfAnotherMasterKeyIsLeftOutAndNotTold() {
    byte[] other = new byte[32];
    other[0] = 1;
    Snapshot snapshot = new SnapshotParser(new CredentialCipher(other)).parse(documents.json());
    Route route = Objects.requireNonNull(snapshot.route(TENANT, "utility"));
    Provider provider = route.groups().getFirst().getFirst().pool().provider();
    assertThat(provider.credential()).isNull();
    assertThat(provider.toString()).doesNotContain("secret");
  }

  @Test
  void aSuspendedGrantOpensNothing() {
    documents.grantState("suspended");
    Grant grant =
        Objects.requireNonNull(
            parsed().grant(ApplicationId.parse(Documents.APPLICATION), "utility"));
    assertThat(grant.opens(Instant.now())).isFalse();
  }

  @Test
  void whatIsNoSnapshotIsRefused() {
    assertThatThrownBy(() -> Documents.parser().parse("{}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Documents.parser().parse("{\"vers"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
