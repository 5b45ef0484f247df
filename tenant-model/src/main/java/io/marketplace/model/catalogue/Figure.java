package io.marketplace.model.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A published benchmark figure.
 *
 * @param benchmark the benchmark, such as {@code MMLU-Pro}
 * @param value the figure as published
 * @param unit its unit, such as {@code %}; empty where the source gives none
 * @param source where it was published
 */
public record Figure(String benchmark, BigDecimal value, Optional<String> unit, String source) {}
