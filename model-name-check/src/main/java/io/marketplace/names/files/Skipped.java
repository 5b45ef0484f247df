package io.marketplace.names.files;

/**
 * A file that was not read.
 *
 * @param shown how people call it
 * @param why in a few words
 */
public record Skipped(String shown, String why) {}
