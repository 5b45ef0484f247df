package io.marketplace.model.tenant;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A group of the identity provider, read as a place in the enterprise.
 *
 * @param tenant the tenant's short name
 * @param team the team's short name; empty for the whole tenant
 */
record GroupPath(String tenant, Optional<String> team) {

  /** Those of {@code paths} that name a tenant or a team; what lies below a team counts to it. */
  static List<GroupPath> all(Collection<String> paths) {
    return paths.stream().map(GroupPath::read).flatMap(Optional::stream).distinct().toList();
  }

  private static Optional<GroupPath> read(String path) {
    String[] parts = (path.startsWith("/") ? path.substring(1) : path).split("/", -1);
    if (!Slug.isGood(parts[0])) {
      return Optional.empty();
    }
    if (parts.length == 1) {
      return Optional.of(new GroupPath(parts[0], Optional.empty()));
    }
    return Slug.isGood(parts[1])
        ? Optional.of(new GroupPath(parts[0], Optional.of(parts[1])))
        : Optional.empty();
  }
}
