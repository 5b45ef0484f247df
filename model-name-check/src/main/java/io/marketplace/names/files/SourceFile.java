package io.marketplace.names.files;

import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param file where it is
 * @param shown how people call it: below the path that they gave
 * @param base the repository's or folder's root
 * @param relative its path below {@code base}, with slashes
 */
public record SourceFile(Path file, String shown, Path base, String relative) {}
