package io.marketplace.gateway;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands the resources of the composition root to JAX-RS. */
@ApplicationPath("/")
public class GatewayResources extends Application {
  private @Context @Nullable ServletContext context;

  @Override
  @SuppressWarnings("deprecation") // the only way to hand over resources that are made without CDI
  public Set<Object> getSingletons() {
    if (context == null) {
      throw new IllegalStateException("the server gave no servlet context");
    }
    return ((Gateway) context.getAttribute(GatewayListener.GATEWAY)).resources();
  }
}
