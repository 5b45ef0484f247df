package io.marketplace.api.invoice;

import io.marketplace.model.invoice.Difference;
import io.marketplace.model.kernel.Csv;
import io.marketplace.model.kernel.NanoUsd;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a provider asks for a model on a day beside what the ledger booked.
 *
 * @param invoicedUsd absent: the invoice does not name the model that day
 * @param bookedUsd absent: no call was made
 * @param differenceUsd what is asked above what was booked; below zero where less is asked
 */
public record DifferenceBody(
    String day,
    String model,
    Optional<NanoUsd> invoicedUsd,
    Optional<NanoUsd> bookedUsd,
    String differenceUsd,
    Optional<Long> invoicedInputTokens,
    long bookedInputTokens,
    Optional<Long> invoicedOutputTokens,
    long bookedOutputTokens) {

  private static final int SCALE = 9;

  static DifferenceBody of(Difference difference) {
    return new DifferenceBody(
        difference.day().toString(),
        difference.model(),
        difference.invoiced(),
        difference.booked(),
        dollars(difference).toPlainString(),
        difference.invoicedInput(),
        difference.bookedInput(),
        difference.invoicedOutput(),
        difference.bookedOutput());
  }

  private static BigDecimal dollars(Difference difference) {
    return BigDecimal.valueOf(difference.nano(), SCALE);
  }

  static String head() {
    return Csv.line(
        List.of(
            "day",
            "model",
            "invoiced_usd",
            "booked_usd",
            "difference_usd",
            "invoiced_input_tokens",
            "booked_input_tokens",
            "invoiced_output_tokens",
            "booked_output_tokens"));
  }

  static String line(Difference difference) {
    return Csv.line(
        Arrays.asList(
            difference.day(),
            difference.model(),
            difference.invoiced().map(NanoUsd::toDollars).orElse(null),
            difference.booked().map(NanoUsd::toDollars).orElse(null),
            dollars(difference),
            difference.invoicedInput().orElse(null),
            difference.bookedInput(),
            difference.invoicedOutput().orElse(null),
            difference.bookedOutput()));
  }
}
