package io.marketplace.model.metering;

import java.time.LocalDate;

/**
 * Usage of one day and one value of the dimension it is split by.
 *
 * @param day the UTC day
 * @param value the dimension's value
 * @param totals what was used
 */
public record SeriesPoint(LocalDate day, UsageGroup.Value value, UsageTotals totals) {}
