package io.marketplace.ui.policy;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.policy.DecidePolicy;
import io.marketplace.model.policy.NameSensitivity;
import io.marketplace.model.policy.PolicyDocument;
import io.marketplace.model.policy.PolicyPreview;
import io.marketplace.model.policy.PolicyQueries;
import io.marketplace.model.policy.PolicyVersion;
import io.marketplace.model.policy.PreviewPolicy;
import io.marketplace.model.policy.ProviderTraits;
import io.marketplace.model.policy.PutPolicy;
import io.marketplace.model.policy.SensitivityName;
import io.marketplace.model.policy.SensitivityQueries;
import io.marketplace.model.routing.RoutingQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Policies: what is read of them and what is done to them. */
@Singleton
final class PolicyDoor {

  private final PolicyQueries policies;
  private final PutPolicy putting;
  private final PreviewPolicy previewing;
  private final DecidePolicy deciding;
  private final RoutingQueries routing;
  private final SensitivityQueries sensitivities;
  private final NameSensitivity naming;

  @Inject
  PolicyDoor(
      PolicyQueries policies,
      PutPolicy putting,
      PreviewPolicy previewing,
      DecidePolicy deciding,
      RoutingQueries routing,
      SensitivityQueries sensitivities,
      NameSensitivity naming) {
    this.policies = policies;
    this.putting = putting;
    this.previewing = previewing;
    this.deciding = deciding;
    this.routing = routing;
    this.sensitivities = sensitivities;
    this.naming = naming;
  }

  /**
   * What is in force for a reader.
   *
   * @param platform the platform's policy
   * @param own the tenant's own; empty for the platform's people and where it has none
   * @param providers who may be called, the first 200 by name
   * @param names of the sensitivities, in rising order
   */
  record InForce(
      PolicyVersion platform,
      Optional<PolicyVersion> own,
      List<ProviderTraits> providers,
      List<SensitivityName> names) {}

  InForce inForce(Actor actor) {
    Optional<PolicyVersion> own =
        actor.is(Role.PLATFORM_ADMIN)
            ? Optional.empty()
            : actor.tenant().flatMap(tenant -> policies.ofTenant(actor, tenant));
    List<ProviderTraits> providers =
        routing.providers(actor, PageRequest.first(PageRequest.MAX)).items().stream()
            .map(
                provider ->
                    ProviderTraits.of(
                        provider.name(),
                        provider.jurisdiction(),
                        provider.processingPlaces(),
                        provider.attributes()))
            .toList();
    return new InForce(policies.platform(actor), own, providers, sensitivities.names(actor));
  }

  Page<PolicyVersion> versions(Actor actor, PageRequest page) {
    return policies.versions(actor, page);
  }

  PolicyVersion put(Actor actor, PolicyDocument document, String note, int seen) {
    return putting.put(actor, document, note, OptionalInt.of(seen));
  }

  PolicyVersion rollBack(Actor actor, int to, String note, int seen) {
    return putting.rollBack(actor, to, note, OptionalInt.of(seen));
  }

  PolicyPreview preview(Actor actor, PolicyDocument document) {
    return previewing.preview(actor, document);
  }

  DecidePolicy.Explanation decide(Actor actor, DecidePolicy.Question question) {
    return deciding.decide(actor, question);
  }

  /** Renames the sensitivity that was looked at; refuses if somebody changed it meanwhile. */
  void name(
      Actor actor, SensitivityName seen, String name, String description, List<String> words) {
    SensitivityName unused =
        naming.name(actor, seen.rank(), name, description, words, OptionalInt.of(seen.version()));
  }
}
