package io.marketplace.gateway.body;

import org.jspecify.annotations.Nullable;

/**
 * Where the caller's {@code stream_options} stand, so that a usage report can be asked for without
 * touching the rest.
 *
 * @param value the whole value, null when the caller sent none
 * @param empty the value is an object without any member
 * @param isNull the value is the literal null
 * @param includeUsage the value of {@code include_usage} inside it, null when there is none
 * @param usageAskedFor the caller asked for the usage report itself
 */
public record StreamOptions(
    @Nullable Span value,
    boolean empty,
    boolean isNull,
    @Nullable Span includeUsage,
    boolean usageAskedFor) {

  static final StreamOptions ABSENT = new StreamOptions(null, false, false, null, false);
}
