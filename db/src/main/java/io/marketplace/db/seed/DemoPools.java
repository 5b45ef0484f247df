package io.marketplace.db.seed;

import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.routing.ArchivePool;
import io.marketplace.model.routing.Candidate;
import io.marketplace.model.routing.Dialect;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolForm;
import io.marketplace.model.routing.PoolModel;
import io.marketplace.model.routing.PoolModelForm;
import io.marketplace.model.routing.Pools;
import io.marketplace.model.routing.PriceForm;
import io.marketplace.model.routing.ProviderId;
import io.marketplace.model.routing.RegisterPool;
import io.marketplace.model.routing.UpdatePool;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Keeps the demo's pools at the addresses of this start. What else somebody changed of a pool
 * stays.
 */
final class DemoPools {

  private final Work work;
  private final Pools pools;
  private final RegisterPool registerPool;
  private final UpdatePool updatePool;
  private final ArchivePool archivePool;

  DemoPools(
      Work work,
      Pools pools,
      RegisterPool registerPool,
      UpdatePool updatePool,
      ArchivePool archivePool) {
    this.work = work;
    this.pools = pools;
    this.registerPool = registerPool;
    this.updatePool = updatePool;
    this.archivePool = archivePool;
  }

  /**
   * A pool the demo wants.
   *
   * @param name its name
   * @param engine what runs it
   * @param address where it answers now
   * @param model the model it serves
   * @param card the model's card
   * @param context the context it is served with
   * @param capacity requests at a time
   * @param prompt demo price of a million prompt tokens, in US dollars
   * @param completion demo price of a million completion tokens, in US dollars
   */
  record Wanted(
      String name,
      String engine,
      String address,
      String model,
      Optional<String> card,
      Optional<Integer> context,
      Optional<Integer> capacity,
      String prompt,
      String completion) {}

  /** The pool, registered or brought to its present address, as a candidate of routes. */
  Candidate keep(Actor administrator, ProviderId provider, Wanted wanted) {
    Optional<Pool> known = named(wanted.name());
    Pool pool =
        known.isPresent()
            ? bring(administrator, provider, known.get(), wanted)
            : registerPool.register(administrator, form(provider, wanted));
    return new Candidate(pool.id(), wanted.model(), 1);
  }

  /** Archives a pool that is not attached this time, unless a route still names it. */
  void retire(Actor administrator, String name) {
    Optional<Pool> known = named(name).filter(pool -> pool.archivedAt().isEmpty());
    if (known.isPresent() && routesTo(known.get()).isEmpty()) {
      archivePool.archive(administrator, known.get().id(), OptionalInt.empty());
    }
  }

  private Optional<Pool> named(String name) {
    return work.in(Scope.PLATFORM, () -> pools.named(name));
  }

  private List<String> routesTo(Pool pool) {
    return work.in(Scope.PLATFORM, () -> pools.aliasesRoutedTo(pool.id()));
  }

  private Pool bring(Actor administrator, ProviderId provider, Pool known, Wanted wanted) {
    boolean served = known.models().stream().anyMatch(m -> m.name().equals(wanted.model()));
    boolean stands =
        known.endpoints().equals(List.of(wanted.address().replaceAll("/+$", "")))
            && known.archivedAt().isEmpty()
            && known.providerId().equals(provider)
            && served;
    if (stands) {
      return known;
    }
    PoolForm form =
        new PoolForm(
            known.name(),
            provider,
            known.engine(),
            known.dialect(),
            List.of(wanted.address()),
            known.region(),
            known.capacity(),
            served
                ? known.models().stream().map(model -> asItStands(model, wanted)).toList()
                : List.of(model(wanted)));
    return updatePool.update(administrator, known.id(), form, OptionalInt.of(known.version()));
  }

  private static PoolModelForm asItStands(PoolModel model, Wanted wanted) {
    PriceForm price =
        model
            .price()
            .map(
                now ->
                    new PriceForm(
                        now.promptPerMillion(),
                        now.cachedPromptPerMillion(),
                        now.completionPerMillion()))
            .orElseGet(() -> price(wanted));
    return new PoolModelForm(model.name(), price, model.contextTokens(), model.card());
  }

  private static PoolForm form(ProviderId provider, Wanted wanted) {
    return new PoolForm(
        wanted.name(),
        provider,
        wanted.engine(),
        Dialect.OPENAI,
        List.of(wanted.address()),
        Optional.of("local"),
        wanted.capacity(),
        List.of(model(wanted)));
  }

  private static PoolModelForm model(Wanted wanted) {
    return new PoolModelForm(
        wanted.model(), price(wanted), wanted.context(), wanted.card().map(CardSlug::new));
  }

  private static PriceForm price(Wanted wanted) {
    return PriceForm.of(
        NanoUsd.parse("price", wanted.prompt()), NanoUsd.parse("price", wanted.completion()));
  }
}
