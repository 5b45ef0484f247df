package io.marketplace.model.catalogue;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What may stand on a card. */
final class CardCheck {

  private static final int LINE = 200;
  private static final int TEXT = 4_000;
  private static final int MAX_FIGURES = 50;
  private static final int MAX_CONTEXT = 100_000_000;
  private static final BigDecimal MAX_PARAMS = new BigDecimal(1_000_000);
  private static final BigDecimal MAX_FIGURE = new BigDecimal(1_000_000_000);

  private CardCheck() {}

  static ModelCard check(ModelCard card, int version) {
    parameters("totalParamsB", card.totalParamsB());
    parameters("activeParamsB", card.activeParamsB());
    card.contextTokens()
        .filter(tokens -> tokens < 1 || tokens > MAX_CONTEXT)
        .ifPresent(
            tokens -> {
              throw Input.invalid("contextTokens", "contextTokens must be 1 to 100,000,000.");
            });
    Optional<String> priceSource = text("priceSource", card.priceSource());
    if (prices(card).findAny().isPresent() && priceSource.isEmpty()) {
      throw Input.invalid("priceSource", "priceSource must say where the prices stand.");
    }
    return new ModelCard(
        card.slug(),
        card.tier(),
        Input.line("name", card.name(), 120),
        line("vendor", card.vendor()),
        line("architecture", card.architecture()),
        card.totalParamsB(),
        card.activeParamsB(),
        card.contextTokens(),
        line("licence", card.licence()),
        address(card.licenceUrl()),
        card.modalities(),
        text("keyStrength", card.keyStrength()),
        card.retiresOn(),
        card.successor(),
        card.inputPerMillion(),
        card.cachedInputPerMillion(),
        card.outputPerMillion(),
        priceSource,
        text("notes", card.notes()),
        text("source", card.source()),
        figures(card.figures()),
        version);
  }

  private static Stream<NanoUsd> prices(ModelCard card) {
    return Stream.of(card.inputPerMillion(), card.cachedInputPerMillion(), card.outputPerMillion())
        .flatMap(Optional::stream);
  }

  private static List<Figure> figures(List<Figure> figures) {
    if (figures.size() > MAX_FIGURES) {
      throw Input.invalid("figures", "figures must be at most 50.");
    }
    Set<String> seen = new HashSet<>();
    return figures.stream().map(figure -> figure(figure, seen)).toList();
  }

  private static Figure figure(Figure figure, Set<String> seen) {
    String benchmark = Input.line("figures.benchmark", figure.benchmark(), 120);
    String source = Input.line("figures.source", figure.source(), 500);
    if (figure.value().abs().compareTo(MAX_FIGURE) > 0) {
      throw Input.invalid("figures.value", "figures.value is beyond what a benchmark gives.");
    }
    if (!seen.add(benchmark + "\n" + source)) {
      throw Input.invalid("figures", "figures must name a benchmark once for each source.");
    }
    return new Figure(benchmark, figure.value(), line("figures.unit", figure.unit()), source);
  }

  private static void parameters(String field, Optional<BigDecimal> value) {
    value
        .filter(params -> params.signum() <= 0 || params.compareTo(MAX_PARAMS) > 0)
        .ifPresent(
            params -> {
              throw Input.invalid(
                  field, field + " must be above 0, at most 1,000,000 thousand millions.");
            });
  }

  // It becomes a link in the portal: only addresses of the web may stand there.
  private static Optional<String> address(Optional<String> url) {
    Optional<String> address = Input.optionalLine("licenceUrl", url.orElse(null), 500);
    address
        .filter(text -> !text.startsWith("https://") && !text.startsWith("http://"))
        .ifPresent(
            text -> {
              throw Input.invalid("licenceUrl", "licenceUrl must begin with https:// or http://.");
            });
    return address;
  }

  private static Optional<String> line(String field, Optional<String> value) {
    return Input.optionalLine(field, value.orElse(null), LINE);
  }

  private static Optional<String> text(String field, Optional<String> value) {
    return value.map(text -> Input.text(field, text, TEXT)).filter(text -> !text.isEmpty());
  }

  static Facts facts(ModelCard card) {
    return Facts.of("version", card.version())
        .with("tier", card.tier().code())
        .with("name", card.name())
        .with("vendor", card.vendor())
        .with("architecture", card.architecture())
        .with("totalParamsB", card.totalParamsB())
        .with("activeParamsB", card.activeParamsB())
        .with("contextTokens", card.contextTokens())
        .with("licence", card.licence())
        .with("licenceUrl", card.licenceUrl())
        .with("modalities", card.modalities().stream().map(Modality::code).sorted().toList())
        .with("keyStrength", card.keyStrength())
        .with("retiresOn", card.retiresOn())
        .with("successor", card.successor())
        .with("inputUsdPerMillion", card.inputPerMillion().map(NanoUsd::toDollars))
        .with("cachedInputUsdPerMillion", card.cachedInputPerMillion().map(NanoUsd::toDollars))
        .with("outputUsdPerMillion", card.outputPerMillion().map(NanoUsd::toDollars))
        .with("priceSource", card.priceSource())
        .with("notes", card.notes())
        .with("source", card.source())
        .with("figures", card.figures().size());
  }
}
