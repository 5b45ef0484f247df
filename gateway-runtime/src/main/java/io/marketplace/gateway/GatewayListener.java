package io.marketplace.gateway;

import com.zaxxer.hikari.HikariDataSource;
import io.marketplace.gateway.line.Operation;
import io.marketplace.model.snapshot.GatewayStore;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import java.time.Clock;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Starts the gateway with its web application and stops it with it. */
@WebListener
public final class GatewayListener implements ServletContextListener {
  static final String GATEWAY = Gateway.class.getName();

  private @Nullable HikariDataSource database;
  private @Nullable Gateway gateway;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    HikariDataSource opened = GatewayDatabase.open(System.getenv());
    database = opened;
    GatewayStore store =
        ServiceLoader.load(GatewayStore.Opener.class)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no database adapter is deployed"))
            .open(opened);
    Gateway started = new Gateway(GatewayConfig.of(System.getenv()), store, Clock.systemUTC());
    ServletContext context = event.getServletContext();
    for (Operation operation : Operation.values()) {
      ServletRegistration.Dynamic servlet =
          context.addServlet(operation.name(), started.servlet(operation));
      servlet.setAsyncSupported(true);
      servlet.addMapping(operation.path());
    }
    context.setAttribute(GATEWAY, started);
    started.start();
    gateway = started;
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (gateway != null) {
      gateway.close();
    }
    if (database != null) {
      database.close();
    }
  }
}
