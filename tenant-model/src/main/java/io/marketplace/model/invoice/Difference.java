package io.marketplace.model.invoice;

import io.marketplace.model.kernel.NanoUsd;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a provider asks for a model on a day beside what the ledger booked.
 *
 * @param day the day in UTC
 * @param model the model's name without the date of its release
 * @param invoiced what the invoice asks; empty if it does not name the model that day
 * @param booked what the ledger booked; empty if no call was made
 * @param invoicedInput tokens sent, by the invoice; empty where it names none
 * @param invoicedOutput tokens generated, by the invoice; empty where it names none
 * @param bookedInput tokens sent, by the ledger
 * @param bookedOutput tokens generated, by the ledger
 */
public record Difference(
    LocalDate day,
    String model,
    Optional<NanoUsd> invoiced,
    Optional<NanoUsd> booked,
    Optional<Long> invoicedInput,
    Optional<Long> invoicedOutput,
    long bookedInput,
    long bookedOutput) {

  /** What is asked above what was booked, in nano-dollars; below zero where less is asked. */
  public long nano() {
    return invoiced.map(NanoUsd::value).orElse(0L) - booked.map(NanoUsd::value).orElse(0L);
  }
}
