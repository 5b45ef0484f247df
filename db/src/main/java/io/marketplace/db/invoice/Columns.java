package io.marketplace.db.invoice;

import io.marketplace.model.invoice.InvoiceFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a format has what.
 *
 * @param day the head of the day
 * @param model the head of the model; what follows a comma in it is the kind of charge
 * @param cost the head of the amount in US dollars
 * @param currency the head of the amount's currency; empty: US dollars always
 * @param input the head of tokens sent; empty: not told
 * @param output the head of tokens generated; empty: not told
 */
record Columns(
    String day,
    String model,
    String cost,
    Optional<String> currency,
    Optional<String> input,
    Optional<String> output) {

  static Columns of(InvoiceFormat format) {
    return switch (format) {
      case PLAIN ->
          new Columns(
              "day",
              "model",
              "cost_usd",
              Optional.empty(),
              Optional.of("input_tokens"),
              Optional.of("output_tokens"));
      case OPENAI ->
          new Columns(
              "start_time_iso",
              "line_item",
              "amount_value",
              Optional.of("amount_currency"),
              Optional.empty(),
              Optional.empty());
      case ANTHROPIC ->
          new Columns(
              "usage_date_utc",
              "model",
              "cost_usd",
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
    };
  }

  /** The heads without which a table is not of this format. */
  List<String> needed() {
    return currency
        .map(head -> List.of(day, model, cost, head))
        .orElseGet(() -> List.of(day, model, cost));
  }

  /** The format whose heads these are. */
  static Optional<InvoiceFormat> recognize(List<String> heads) {
    return Arrays.stream(InvoiceFormat.values())
        .filter(format -> heads.containsAll(of(format).needed()))
        .findFirst();
  }
}
