package io.marketplace.model.metering;

import io.marketplace.model.kernel.Page;

/**
 * The answer to a question about usage.
 *
 * @param page the groups, dearest first; by day where the first dimension is the day
 * @param groups how many groups there are in all
 * @param totals over all of them
 */
public record UsageReport(Page<UsageGroup> page, long groups, UsageTotals totals) {}
