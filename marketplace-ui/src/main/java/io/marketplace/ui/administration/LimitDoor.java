package io.marketplace.ui.administration;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.quota.CallLimit;
import io.marketplace.model.quota.LimitFilter;
import io.marketplace.model.quota.LimitQueries;
import io.marketplace.model.quota.LimitScope;
import io.marketplace.model.quota.LimitTerms;
import io.marketplace.model.quota.LimitView;
import io.marketplace.model.quota.PutLimit;
import io.marketplace.model.quota.RemoveLimit;
import io.marketplace.model.tenant.ApplicationFilter;
import io.marketplace.model.tenant.TenantQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Limits: what is read of them, what is done to them, and what can be limited. */
@Singleton
final class LimitDoor {

  private static final int OFFERED = 50;

  private final LimitQueries limits;
  private final PutLimit putting;
  private final RemoveLimit removing;
  private final TenantQueries tenants;
  private final KeyQueries keys;

  @Inject
  LimitDoor(
      LimitQueries limits,
      PutLimit putting,
      RemoveLimit removing,
      TenantQueries tenants,
      KeyQueries keys) {
    this.limits = limits;
    this.putting = putting;
    this.removing = removing;
    this.tenants = tenants;
    this.keys = keys;
  }

  Page<LimitView> limits(Actor actor, LimitFilter filter, PageRequest page) {
    return limits.limits(actor, filter, page);
  }

  void put(
      Actor actor, LimitScope scope, Optional<Tier> tier, LimitTerms terms, OptionalInt version) {
    CallLimit unused = putting.put(actor, scope, tier, terms, version);
  }

  void remove(Actor actor, CallLimit limit) {
    removing.remove(actor, limit.id());
  }

  /** What of that type bears {@code text} in its name: the first {@value #OFFERED}. */
  List<LimitTarget> targets(Actor actor, String type, String text) {
    Optional<String> part = Optional.of(text.strip()).filter(typed -> !typed.isEmpty());
    return switch (type) {
      case "key" -> keys(actor, part);
      case "application" ->
          tenants
              .applications(
                  actor,
                  new ApplicationFilter(Optional.empty(), Optional.empty(), part, false, false),
                  PageRequest.first(OFFERED))
              .items()
              .stream()
              .map(
                  application ->
                      new LimitTarget(
                          new LimitScope.OfApplication(application.id()),
                          application.name() + ", " + application.teamName()))
              .toList();
      case "team" ->
          named(
              part,
              tenants.teams(actor, PageRequest.first(PageRequest.MAX)).items().stream()
                  .map(
                      team ->
                          new LimitTarget(
                              new LimitScope.OfTeam(team.id()),
                              team.name() + ", " + team.tenantName())));
      default ->
          named(
              part,
              tenants.tenants(actor, PageRequest.first(PageRequest.MAX)).items().stream()
                  .map(
                      tenant ->
                          new LimitTarget(new LimitScope.OfTenant(tenant.id()), tenant.name())));
    };
  }

  private List<LimitTarget> keys(Actor actor, Optional<String> part) {
    KeyFilter filter = KeyFilter.ALL.in(KeyFilter.LIVE).matching(part);
    return keys.keys(actor, filter, PageRequest.first(OFFERED)).items().stream()
        .map(
            key ->
                new LimitTarget(
                    new LimitScope.OfKey(key.id()), key.name() + ", " + key.applicationName()))
        .toList();
  }

  private static List<LimitTarget> named(Optional<String> part, Stream<LimitTarget> all) {
    String wanted = part.orElse("").toLowerCase(Locale.ROOT);
    return all.filter(target -> target.label().toLowerCase(Locale.ROOT).contains(wanted))
        .limit(OFFERED)
        .toList();
  }
}
