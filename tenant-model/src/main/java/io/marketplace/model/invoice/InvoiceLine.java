package io.marketplace.model.invoice;

import io.marketplace.model.kernel.NanoUsd;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an invoice asks for one model on one day.
 *
 * @param day the day, in UTC as providers count
 * @param model the provider's name of the model, without the date of its release, in lower case
 * @param inputTokens tokens sent; empty where the invoice names none
 * @param outputTokens tokens generated; empty where the invoice names none
 * @param cost what it asks
 */
public record InvoiceLine(
    LocalDate day,
    String model,
    Optional<Long> inputTokens,
    Optional<Long> outputTokens,
    NanoUsd cost) {

  /** The same model and day once more. */
  public InvoiceLine plus(InvoiceLine other) {
    return new InvoiceLine(
        day,
        model,
        sum(inputTokens, other.inputTokens),
        sum(outputTokens, other.outputTokens),
        cost.plus(other.cost));
  }

  private static Optional<Long> sum(Optional<Long> one, Optional<Long> other) {
    return one.isEmpty() && other.isEmpty()
        ? Optional.empty()
        : Optional.of(Math.addExact(one.orElse(0L), other.orElse(0L)));
  }
}
