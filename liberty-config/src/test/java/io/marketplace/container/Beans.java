package io.marketplace.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;

/** The server's beans, looked up where a test runs inside it. */
@Singleton
public class Beans {

  @PersistenceContext(unitName = "marketplace")
  private EntityManager entities;

  @Resource(lookup = "jdbc/marketplace")
  private DataSource database;

  /** The one bean of that type. */
  static <T> T bean(Class<T> type) {
    return CDI.current().select(type).get();
  }

  /** The portal's connections, whose role is bound by row-level security. */
  static DataSource database() {
    return bean(Beans.class).database;
  }

  /** The container's entity manager, which follows the running transaction. */
  static EntityManager entities() {
    return bean(Beans.class).entities;
  }
}
