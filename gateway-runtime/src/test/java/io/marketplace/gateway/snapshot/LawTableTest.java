package io.marketplace.gateway.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.Sensitivity;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LawTableTest {

  private static final TenantId TENANT = TenantId.parse(Documents.TENANT);

  private final Documents documents =
      new Documents()
          .pool(1, Documents.PROVIDER_EU, "http://127.0.0.1:1/")
          .pool(2, Documents.PROVIDER_US, "http://127.0.0.1:1/")
          .route("utility", "", 1, 2);

  private Snapshot parsed() {
    return Documents.parser().parse(documents.json());
  }

  private static Provider provider(Snapshot snapshot, int group) {
    Route route = Objects.requireNonNull(snapshot.route(TENANT, "utility"));
    return route.groups().get(group).getFirst().pool().provider();
  }

  @Test
  void aVerdictIsMadeOnce() {
    Snapshot snapshot = parsed();
    LawTable law = snapshot.law(TENANT);

    assertThat(law.verdict(Sensitivity.INTERNAL, provider(snapshot, 0)).lawful()).isTrue();
    assertThat(law.verdict(Sensitivity.INTERNAL, provider(snapshot, 1)).lawful()).isFalse();
    assertThat(law.verdict(Sensitivity.INTERNAL, provider(snapshot, 0)))
        .isSameAs(law.verdict(Sensitivity.INTERNAL, provider(snapshot, 0)));
    assertThat(law.servable(Sensitivity.INTERNAL)).isTrue();
    assertThat(law.servable(Sensitivity.RESTRICTED)).isFalse();
    assertThat(law.label()).isEqualTo("platform policy 4");
  }

  @Test
  void rulesAskForWhatIsKnownOfProviders() {
    documents.rules(
        """
        {"include":"agreed"},
        {"name":"not-the-states","effect":"deny","sensitivities":["internal"],
         "when":[{"attribute":"provider","test":"any-of","values":["STATES"]}]}""");
    documents.sets(
        """
        {"name":"agreed","rules":[{"name":"with-dpa","effect":"allow","sensitivities":["internal","public"],
          "when":[{"attribute":"contract","test":"all-of","values":["dpa"]}]}]}""");
    documents.attributes("{\"dpa\":true}");
    Snapshot snapshot = parsed();
    LawTable law = snapshot.law(TENANT);

    assertThat(law.verdict(Sensitivity.INTERNAL, provider(snapshot, 0)).rules())
        .isEqualTo("platform policy 4/with-dpa");
    assertThat(law.verdict(Sensitivity.INTERNAL, provider(snapshot, 1)).rules())
        .isEqualTo("platform policy 4/not-the-states");
    assertThat(law.verdict(Sensitivity.PUBLIC, provider(snapshot, 1)).lawful()).isTrue();
  }

  @Test
  void aTenantsOwnPolicyNarrowsThePlatforms() {
    documents.tenantRules("{\"sensitivity\":\"internal\",\"jurisdictions\":[\"US\"]}");
    Snapshot snapshot = parsed();
    LawTable law = snapshot.law(TENANT);

    assertThat(law.verdict(Sensitivity.INTERNAL, provider(snapshot, 0)).lawful()).isFalse();
    assertThat(law.verdict(Sensitivity.INTERNAL, provider(snapshot, 1)).lawful()).isFalse();
    assertThat(law.label()).isEqualTo("platform policy 4, tenant policy 2");
    assertThat(
            snapshot
                .law(TenantId.create())
                .verdict(Sensitivity.INTERNAL, provider(snapshot, 0))
                .lawful())
        .isTrue();
  }

  @Test
  void aPolicyThatCannotBeReadDeniesEverything() {
    documents.rules(
        "{\"sensitivity\":\"internal\",\"jurisdictions\":[\"EU\"]},{\"effect\":\"perhaps\"}");
    Snapshot snapshot = parsed();

    assertThat(snapshot.law(TENANT).verdict(Sensitivity.INTERNAL, provider(snapshot, 0)).lawful())
        .isFalse();
    assertThat(LawTable.NOTHING.servable(Sensitivity.PUBLIC)).isFalse();
  }
}
