package io.marketplace.bench.report;

/**
 * Medians over the rounds of what streams took, in microseconds; all 0 on other lanes.
 *
 * @param chunks content chunks of all rounds
 */
public record StreamRow(
    long chunks,
    Median ttftAddedP50,
    Median ttftAddedP99,
    Median gapP50,
    Median gapP99,
    Median transitP50,
    Median transitP99) {}
