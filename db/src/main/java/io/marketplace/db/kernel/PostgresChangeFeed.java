package io.marketplace.db.kernel;

import io.marketplace.model.kernel.ChangeFeed;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Topic;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Listens to {@code marketplace_events} on a connection and a virtual thread of its own, from the
 * first subscription on.
 */
@Singleton
public final class PostgresChangeFeed implements ChangeFeed, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PostgresChangeFeed.class.getName());
  private static final Duration RETRY = Duration.ofSeconds(1);
  // Long enough to cost nothing, short enough to notice a dead connection.
  private static final int WAIT_MS = 10_000;

  private final String url;
  private final String user;
  private final String password;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private @Nullable Thread thread;
  private volatile boolean closed;

  /** Listens to the database of {@code MARKETPLACE_DB_URL} as the portal's role. */
  @Inject
  public PostgresChangeFeed() {
    this(
        System.getenv().getOrDefault("MARKETPLACE_DB_URL", ""),
        System.getenv().getOrDefault("MARKETPLACE_DB_PORTAL_USER", ""),
        System.getenv().getOrDefault("MARKETPLACE_DB_PORTAL_PASSWORD", ""));
  }

  /** Listens to the database at {@code url}. */
  public PostgresChangeFeed(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  @Override
  public Subscription subscribe(Listener listener) {
    listeners.add(listener);
    start();
    return () -> listeners.remove(listener);
  }

  private synchronized void start() {
    if (thread == null && !closed) {
      thread = Thread.ofVirtual().name("change-feed").start(this::run);
    }
  }

  @Override
  @PreDestroy
  public synchronized void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void run() {
    boolean first = true;
    while (!closed) {
      try (Connection connection = connect()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("listen marketplace_events");
        }
        if (!first) {
          List.of(Topic.values()).forEach(topic -> tell(topic, Optional.empty()));
        }
        first = false;
        follow(connection.unwrap(PGConnection.class));
      } catch (SQLException | RuntimeException e) {
        if (!closed) {
          LOG.log(System.Logger.Level.WARNING, "change feed interrupted: {0}", e.getMessage());
        }
        first = false;
        pause();
      }
    }
  }

  // Not through the driver manager, which knows no driver that a server keeps in a library.
  private Connection connect() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    return source.getConnection(user, password);
  }

  private void follow(PGConnection connection) throws SQLException {
    while (!closed) {
      PGNotification[] notices = connection.getNotifications(WAIT_MS);
      if (notices == null) {
        continue;
      }
      for (PGNotification notice : notices) {
        String text = notice.getParameter();
        int colon = text.indexOf(':');
        String tenant = text.substring(colon + 1);
        Optional<TenantId> whose =
            colon < 0 || tenant.isEmpty()
                ? Optional.empty()
                : Optional.of(new TenantId(UUID.fromString(tenant)));
        Topic.of(colon < 0 ? text : text.substring(0, colon))
            .ifPresent(topic -> tell(topic, whose));
      }
    }
  }

  private void tell(Topic topic, Optional<TenantId> tenant) {
    for (Listener listener : listeners) {
      try {
        listener.changed(topic, tenant);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "a listener of the change feed failed", e);
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(RETRY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }
}
