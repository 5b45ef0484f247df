package io.marketplace.db.seed;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.routing.Candidate;
import io.marketplace.model.routing.ProviderId;
import java.util.List;
import java.util.Optional;

/**
 * Puts models behind the six tiers: the small ones that run beside the demo, and the upstream that
 * the user attached. A local model costs nothing by the token; it bears a small demo price, so that
 * budgets and spend have something to show.
 */
final class DemoModels {

  private static final String SMOLLM2 = "smollm2";
  private static final String GEMMA3 = "gemma3";
  private static final String EMBEDDER = "built-in-embedder";
  private static final String RERANKER = "built-in-reranker";
  private static final String UPSTREAM = "attached-upstream";

  private final DemoProviders providers;
  private final DemoPools pools;
  private final DemoRoutes routes;

  DemoModels(DemoProviders providers, DemoPools pools, DemoRoutes routes) {
    this.providers = providers;
    this.pools = pools;
    this.routes = routes;
  }

  void setUp(Actor administrator, DemoSettings settings) {
    ProviderId here = providers.thisMachine(administrator);
    Optional<Candidate> smollm2 =
        settings
            .smollm2()
            .map(url -> chat(SMOLLM2, url, "smollm2-135m-instruct", "0.10", "0.40"))
            .map(pool -> pools.keep(administrator, here, pool));
    Optional<Candidate> gemma3 =
        settings
            .gemma3()
            .map(url -> chat(GEMMA3, url, "gemma-3-270m", "0.15", "0.60"))
            .map(pool -> pools.keep(administrator, here, pool));
    Optional<Candidate> embedder =
        settings
            .builtIn()
            .map(url -> builtIn(EMBEDDER, url, "all-minilm-l6-v2", 256, "0.02"))
            .map(pool -> pools.keep(administrator, here, pool));
    Optional<Candidate> reranker =
        settings
            .builtIn()
            .map(url -> builtIn(RERANKER, url, "ms-marco-minilm-l-12-v2", 512, "0.05"))
            .map(pool -> pools.keep(administrator, here, pool));
    Optional<Candidate> upstream =
        settings.upstream().map(attached -> attach(administrator, attached));
    routes.keep(administrator, "reasoning", List.of(upstream, gemma3, smollm2));
    routes.keep(administrator, "utility", List.of(upstream, smollm2, gemma3));
    routes.keep(administrator, "code", List.of(upstream, smollm2, gemma3));
    routes.keep(administrator, "embedding", List.of(embedder));
    routes.keep(administrator, "reranker", List.of(reranker));
    // catalogued, and nothing serves it: the gateway says so
    routes.keep(administrator, "vision", List.of());
    retire(administrator, SMOLLM2, smollm2);
    retire(administrator, GEMMA3, gemma3);
    retire(administrator, EMBEDDER, embedder);
    retire(administrator, RERANKER, reranker);
    retire(administrator, UPSTREAM, upstream);
  }

  private Candidate attach(Actor administrator, DemoSettings.Upstream attached) {
    String model = UpstreamModel.of(attached);
    return pools.keep(
        administrator,
        providers.attachedUpstream(administrator, attached),
        new DemoPools.Wanted(
            UPSTREAM,
            "openai-compatible",
            attached.base(),
            model,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "0.50",
            "1.50"));
  }

  private void retire(Actor administrator, String name, Optional<Candidate> attached) {
    if (attached.isEmpty()) {
      pools.retire(administrator, name);
    }
  }

  // 4,096 tokens of context in each of two slots: what the demo's chat servers are started with
  private static DemoPools.Wanted chat(
      String name, String url, String model, String prompt, String completion) {
    return new DemoPools.Wanted(
        name,
        "llama.cpp",
        url,
        model,
        Optional.of(model),
        Optional.of(4_096),
        Optional.of(2),
        prompt,
        completion);
  }

  private static DemoPools.Wanted builtIn(
      String name, String url, String model, int context, String prompt) {
    return new DemoPools.Wanted(
        name,
        "built-in",
        url,
        model,
        Optional.of(model),
        Optional.of(context),
        Optional.empty(),
        prompt,
        "0");
  }
}
