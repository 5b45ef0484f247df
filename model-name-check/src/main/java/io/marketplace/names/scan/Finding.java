package io.marketplace.names.scan;

import java.util.Optional;

/**
 * A model's name in a text.
 *
 * @param line from 1
 * @param column of its first character, in characters (Unicode code points) from 1
 * @param length in characters
 * @param name as it stands there
 * @param family the family it belongs to, or the place that shows it to be a model's name
 * @param alias what to use instead; empty if no tier does such work
 * @param context up to 100 bytes of the line on either side, which tell this finding from others
 */
public record Finding(
    long line,
    long column,
    int length,
    String name,
    String family,
    Optional<String> alias,
    String context) {}
