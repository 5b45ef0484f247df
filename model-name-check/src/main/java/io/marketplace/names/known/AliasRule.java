package io.marketplace.names.known;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which alias stands for names that contain something telling, such as {@code rerank}.
 *
 * @param alias empty if no tier does such work
 * @param when what the name contains, in small letters
 */
public record AliasRule(Optional<String> alias, Pattern when) {}
