package io.marketplace.gateway;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The gateway's own connections to the database. Not the server's: its data sources come with
 * transaction and connection handling around every request of the web container, which no call here
 * needs.
 */
final class GatewayDatabase {
  private static final int MOST = 12;
  private static final String WAIT_SECONDS = "3";
  private static final String SILENT_SECONDS = "30";

  private GatewayDatabase() {}

  /**
   * A pool that opens also while the database is away; whoever asks then is refused after seconds.
   *
   * @param env {@code MARKETPLACE_DB_URL}, {@code MARKETPLACE_DB_GATEWAY_USER} and {@code
   *     MARKETPLACE_DB_GATEWAY_PASSWORD}
   * @throws IllegalStateException if one of them is not set
   */
  static HikariDataSource open(Map<String, String> env) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("gateway");
    config.setDriverClassName("org.postgresql.Driver");
    config.setJdbcUrl(GatewayConfig.required(env, "MARKETPLACE_DB_URL"));
    config.setUsername(GatewayConfig.required(env, "MARKETPLACE_DB_GATEWAY_USER"));
    config.setPassword(GatewayConfig.required(env, "MARKETPLACE_DB_GATEWAY_PASSWORD"));
    config.addDataSourceProperty("ApplicationName", "gateway");
    config.addDataSourceProperty("connectTimeout", WAIT_SECONDS);
    // A database that says nothing any more, as behind a cut network, must be noticed: the threads
    // that write the ledger and follow the configuration would wait on a dead connection for ever.
    config.addDataSourceProperty("socketTimeout", SILENT_SECONDS);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.setMaximumPoolSize(MOST);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(Long.parseLong(WAIT_SECONDS)));
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }
}
