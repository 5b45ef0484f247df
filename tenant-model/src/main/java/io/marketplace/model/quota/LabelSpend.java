package io.marketplace.model.quota;

import io.marketplace.model.kernel.NanoUsd;

/**
 * What one value of a label has spent of a budget for each value.
 *
 * @param value the label's value
 * @param spent what is settled in the present period
 * @param reserved what gateways hold besides
 */
public record LabelSpend(String value, NanoUsd spent, NanoUsd reserved) {}
