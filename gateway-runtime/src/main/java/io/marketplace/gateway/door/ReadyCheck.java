package io.marketplace.gateway.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code /health/ready}: down until the gateway has a usable configuration. A bean only because
 * MicroProfile asks for one.
 */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {
  private volatile BooleanSupplier ready = () -> false;

  /** Answers with {@code supplier} from now on. */
  public void watch(BooleanSupplier supplier) {
    ready = supplier;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("configuration").status(ready.getAsBoolean()).build();
  }
}
