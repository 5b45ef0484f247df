package io.marketplace.gateway.body;

/** Bytes {@code [start, end)} of a request's body. */
public record Span(int start, int end) {}
