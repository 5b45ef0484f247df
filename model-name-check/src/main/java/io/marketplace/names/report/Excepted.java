package io.marketplace.names.report;

/**
 * Files that a glob excepts.
 *
 * @param glob as it was written
 * @param reason why
 * @param files how many
 */
public record Excepted(String glob, String reason, long files) {}
