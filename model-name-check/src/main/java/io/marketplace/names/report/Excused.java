package io.marketplace.names.report;

import java.util.Optional;

/**
 * A finding that fails nothing.
 *
 * @param reason the comment's; empty if the baseline knows it
 */
public record Excused(Located located, Optional<String> reason) {}
