package io.marketplace.model.routing;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What may be told of a pool. */
final class PoolCheck {

  /** A million dollars for a million tokens: beyond it somebody slipped. */
  private static final NanoUsd DEAREST = NanoUsd.parse("price", "1000000");

  /** A thousand dollars for one image or request. */
  private static final NanoUsd DEAREST_ONE = NanoUsd.parse("price", "1000");

  private static final int MAX_ENDPOINTS = 32;
  private static final int MAX_MODELS = 200;
  private static final int MAX_CAPACITY = 100_000;
  private static final int MAX_CONTEXT = 100_000_000;

  private PoolCheck() {}

  static PoolForm check(PoolForm form, UpstreamRules rules) {
    int endpoints = form.endpoints().size();
    if (endpoints < 1 || endpoints > MAX_ENDPOINTS) {
      throw Input.invalid("endpoints", "endpoints must name 1 to 32 addresses.");
    }
    if (form.models().isEmpty() || form.models().size() > MAX_MODELS) {
      throw Input.invalid("models", "models must name 1 to 200 models.");
    }
    form.capacity().ifPresent(capacity -> range("capacity", capacity, MAX_CAPACITY));
    Set<String> names = new HashSet<>();
    return new PoolForm(
        Input.line("name", form.name(), 80),
        form.providerId(),
        Input.line("engine", form.engine(), 40),
        form.dialect(),
        form.endpoints().stream().map(url -> rules.check("endpoints", url)).distinct().toList(),
        Input.optionalLine("region", form.region().orElse(null), 80),
        form.capacity(),
        form.models().stream().map(model -> model(model, names)).toList());
  }

  private static PoolModelForm model(PoolModelForm model, Set<String> names) {
    String name = Input.line("models.name", model.name(), 200);
    if (!names.add(name)) {
      throw Input.invalid("models.name", "models must name each model once.");
    }
    model.contextTokens().ifPresent(tokens -> range("models.contextTokens", tokens, MAX_CONTEXT));
    return new PoolModelForm(name, price(model.price()), model.contextTokens(), model.card());
  }

  static PriceForm price(PriceForm price) {
    dearest("promptUsdPerMillion", price.promptPerMillion());
    price
        .cachedPromptPerMillion()
        .ifPresent(cached -> dearest("cachedPromptUsdPerMillion", cached));
    dearest("completionUsdPerMillion", price.completionPerMillion());
    PriceExtras extras = price.extras();
    extras
        .reasoningPerMillion()
        .ifPresent(reasoning -> dearest("reasoningUsdPerMillion", reasoning));
    extras.perImage().ifPresent(image -> dearestOne("imageUsd", image));
    extras.perRequest().ifPresent(request -> dearestOne("requestUsd", request));
    return price;
  }

  private static void dearest(String field, NanoUsd price) {
    if (price.compareTo(DEAREST) > 0) {
      throw Input.invalid(field, field + " must be at most 1,000,000 US dollars.");
    }
  }

  private static void dearestOne(String field, NanoUsd price) {
    if (price.compareTo(DEAREST_ONE) > 0) {
      throw Input.invalid(field, field + " must be at most 1,000 US dollars.");
    }
  }

  private static void range(String field, int value, int max) {
    if (value < 1 || value > max) {
      throw Input.invalid(field, field + " must be 1 to " + max + ".");
    }
  }

  static Facts facts(Pool pool) {
    return Facts.of("name", pool.name())
        .with("provider", pool.providerName())
        .with("engine", pool.engine())
        .with("dialect", pool.dialect().code())
        .with("endpoints", String.join(", ", pool.endpoints()))
        .with("region", pool.region())
        .with("capacity", pool.capacity())
        .with("models", String.join(", ", pool.models().stream().map(PoolCheck::words).toList()))
        .with("archived", pool.archivedAt());
  }

  private static String words(PoolModel model) {
    return model.name() + model.price().map(price -> " " + words(price)).orElse("");
  }

  static String words(Price price) {
    return "$"
        + price.promptPerMillion().toDollars()
        + cached(price.cachedPromptPerMillion())
        + " / $"
        + price.completionPerMillion().toDollars()
        + words(price.extras())
        + " (version "
        + price.version()
        + ")";
  }

  private static String words(PriceExtras extras) {
    return part(" (reasoning $", extras.reasoningPerMillion())
        + part(" (image $", extras.perImage())
        + part(" (request $", extras.perRequest());
  }

  private static String part(String begin, Optional<NanoUsd> price) {
    return price.map(amount -> begin + amount.toDollars() + ")").orElse("");
  }

  private static String cached(Optional<NanoUsd> price) {
    return part(" (cached $", price);
  }

  static MarketplaceException unknown() {
    return new MarketplaceException(ProblemCode.NOT_FOUND, "No pool has this identifier.");
  }
}
