package io.marketplace.bench.proof;

import io.marketplace.bench.control.MockRoute;
import java.net.URI;

/** The alias leads to another model, which an answer's cost tells apart. */
final class RouteChange implements Change {

  private final Stage stage;
  private final String model;
  private final long cheapNano;

  RouteChange(Stage stage, String model) {
    this.stage = stage;
    this.model = model;
    this.cheapNano = stage.callNano();
  }

  @Override
  public String kind() {
    return "a route changed";
  }

  @Override
  public void prepare() {
    // The other route is in force since the last change of this kind.
  }

  @Override
  public void make() {
    stage.route().lead(model);
  }

  @Override
  public boolean met(URI gateway) {
    long cost = stage.caller().chat(gateway, stage.key().secret(), false, 0).costNano();
    return model.equals(MockRoute.DEAR) ? cost > cheapNano : cost == cheapNano;
  }
}
