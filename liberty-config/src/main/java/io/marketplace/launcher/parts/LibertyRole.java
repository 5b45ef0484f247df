package io.marketplace.launcher.parts;

import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What one Liberty server is for.
 *
 * @param configuration the folder of its {@code server.xml} below {@code src/main/liberty}
 * @param portVariable the environment variable that moves its port
 * @param environment what its {@code server.xml} and applications read, known once its needs are
 *     ready
 * @param ready whether its applications answer
 */
record LibertyRole(
    String name,
    String configuration,
    int port,
    String portVariable,
    Set<String> needs,
    Supplier<Map<String, String>> environment,
    BooleanSupplier ready) {

  LibertyRole {
    needs = Set.copyOf(needs);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }
}
