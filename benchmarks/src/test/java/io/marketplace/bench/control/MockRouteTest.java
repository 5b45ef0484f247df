package io.marketplace.bench.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.bench.problem.BenchFailure;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MockRouteTest {

  private static final URI MOCK = URI.create("http://127.0.0.1:9471");

  @Test
  void lendsTheRouteAndPutsItBack(@TempDir Path home) throws Exception {
    try (FakePortal portal = new FakePortal()) {
      ControlApi api = ControlApi.of(portal.env(home));
      MockRoute route = MockRoute.install(api, "utility", MOCK, "bench-1", home);
      assertThat(portal.route).contains("\"poolId\":\"p1\"", "\"model\":\"mock-chat\"");
      assertThat(portal.calls)
          .anyMatch(
              call ->
                  call.startsWith("POST /api/v1/pools")
                      && call.contains("\"endpoints\":[\"http://127.0.0.1:9471\"]")
                      && call.contains("\"providerId\":\"v1\""));
      route.close();
      route.close();
      assertThat(portal.route).contains("\"poolId\":\"p0\"").doesNotContain("version");
      assertThat(portal.calls).endsWith("DELETE /api/v1/pools/p1");
      assertThat(home).isEmptyDirectory();
    }
  }

  @Test
  void aRunThatWasKilledIsMendedByTheNext(@TempDir Path home) throws Exception {
    try (FakePortal portal = new FakePortal()) {
      ControlApi api = ControlApi.of(portal.env(home));
      MockRoute unused = MockRoute.install(api, "utility", MOCK, "bench-1", home);
      assertThat(unused).isNotNull();
      MockRoute.install(api, "utility", MOCK, "bench-2", home).close();
      assertThat(portal.route).contains("\"poolId\":\"p0\"");
    }
  }

  @Test
  void usageIsCountedOverAllPages(@TempDir Path home) throws Exception {
    try (FakePortal portal = new FakePortal()) {
      ControlApi api = ControlApi.of(portal.env(home));
      UsageCount count = UsageCount.await(api, "bench-1", Instant.EPOCH, 42);
      assertThat(count).isEqualTo(new UsageCount(42, 42));
      assertThat(count.agrees()).isTrue();
    }
  }

  @Test
  void aRefusalIsShown(@TempDir Path home) throws Exception {
    try (FakePortal portal = new FakePortal()) {
      ControlApi api = ControlApi.of(portal.env(home));
      assertThatThrownBy(() -> api.get("nothing"))
          .isInstanceOf(BenchFailure.class)
          .hasMessageContaining("404");
      assertThat(api.find("nothing")).isEmpty();
    }
  }

  @Test
  void theEnvFileIsShellSyntax(@TempDir Path home) throws Exception {
    assertThat(BenchEnv.parse("# c\nA='it'\\''s'\nexport B=\"two\"\nC=3\n"))
        .containsEntry("A", "it's")
        .containsEntry("B", "two")
        .containsEntry("C", "3");
    Files.writeString(home.resolve("env"), "GATEWAY_URL='http://127.0.0.1:9090/'\n");
    BenchEnv env =
        BenchEnv.read(
            Map.of("MARKETPLACE_HOME", home.toString(), "GATEWAY_URL", "other", "A", "1"));
    assertThat(env.get("A")).isEqualTo("1");
    assertThat(env.uri("GATEWAY_URL")).isEqualTo(URI.create("http://127.0.0.1:9090"));
    assertThatThrownBy(() -> env.get("PORTAL_URL"))
        .isInstanceOf(BenchFailure.class)
        .hasMessageContaining("./marketplace up");
  }
}
