package io.marketplace.names.scan;

/**
 * A comment that excuses findings.
 *
 * @param line from 1
 * @param alone whether nothing but the comment stands on its line, which then excuses the next one
 * @param reason what it gives as the reason; empty if it gives none
 */
public record Marker(long line, boolean alone, String reason) {}
