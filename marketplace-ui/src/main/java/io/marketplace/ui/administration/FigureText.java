package io.marketplace.ui.administration;

import io.marketplace.model.catalogue.Figure;
import io.marketplace.model.kernel.Input;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Published benchmarks as people type them, one a line: {@code MMLU-Pro | 81.2 | % | source}. */
final class FigureText {

  private FigureText() {}

  /** The text of {@code figures}, in their order. */
  static String of(List<Figure> figures) {
    return figures.stream()
        .map(
            figure ->
                String.join(
                    " | ",
                    figure.benchmark(),
                    figure.value().toPlainString(),
                    figure.unit().orElse(""),
                    figure.source()))
        .collect(Collectors.joining("\n"));
  }

  /**
   * The figures of {@code text}.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} naming
   *     {@code figures} for a line that has not four parts or no number
   */
  static List<Figure> parse(String text) {
    List<Figure> figures = new ArrayList<>();
    for (String line : text.split("\\R", -1)) {
      if (!line.isBlank()) {
        figures.add(figure(line));
      }
    }
    return figures;
  }

  private static Figure figure(String line) {
    String[] parts = line.split("\\|", -1);
    if (parts.length != 4 || !parts[1].strip().matches("-?[0-9]{1,9}(\\.[0-9]{1,6})?")) {
      throw Input.invalid(
          "figures",
          "figures must have lines such as “MMLU-Pro | 81.2 | % | where it stands”; this is none: "
              + line.strip());
    }
    return new Figure(
        parts[0].strip(),
        new BigDecimal(parts[1].strip()),
        Optional.of(parts[2].strip()).filter(unit -> !unit.isEmpty()),
        parts[3].strip());
  }
}
