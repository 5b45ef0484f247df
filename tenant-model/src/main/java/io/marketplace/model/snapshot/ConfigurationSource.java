package io.marketplace.model.snapshot;

import java.time.Duration;

/**
 * Where a gateway reads its configuration from. All methods throw {@code unavailable} when the
 * database is away.
 */
public interface ConfigurationSource {

  /** The version in force; grows with every change. */
  long version();

  /** The whole configuration as one JSON document, bearing its version. */
  String read();

  /** Begins to listen for changes on a connection of its own, which the caller closes. */
  ChangeNotices listen();

  /** Notices of changed configuration. */
  interface ChangeNotices extends AutoCloseable {

    /**
     * Waits for a notice.
     *
     * @return whether one came before {@code timeout}
     * @throws io.marketplace.model.problem.MarketplaceException {@code unavailable} when the
     *     connection is lost; open a new one
     */
    boolean await(Duration timeout);

    @Override
    void close();
  }
}
