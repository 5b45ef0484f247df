package io.marketplace.bench.contender;

import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** LiteLLM's proxy with two workers, without a database, and so without checking keys. */
public final class LiteLlm {

  /** The version that is fetched. */
  public static final String VERSION = "1.106.2";

  private LiteLlm() {}

  /** The program's folder; empty where it cannot be fetched. */
  public static Optional<Path> fetch(Path contenders) {
    return new Fetch("litellm-" + VERSION, contenders)
        .with(
            List.of(
                List.of("python3", "-m", "venv", "venv"),
                List.of(
                    "venv/bin/python",
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--disable-pip-version-check",
                    "litellm[proxy]==" + VERSION)));
  }

  /** Starts it with {@code alias} leading to {@code upstream}. */
  public static ProxyProcess start(Path program, URI upstream, String alias) {
    int port = Ports.free();
    try {
      Path configuration = program.resolve("bench.yaml");
      Files.writeString(configuration, configuration(upstream, alias));
      return ProxyProcess.start(
          Contender.LITELLM,
          port,
          List.of(
              program.resolve("venv/bin/litellm").toString(),
              "--config",
              configuration.toString(),
              "--host",
              "127.0.0.1",
              "--port",
              Integer.toString(port),
              "--num_workers",
              "2"),
          Map.of("LITELLM_LOG", "ERROR", "LITELLM_LOCAL_MODEL_COST_MAP", "True"),
          program);
    } catch (IOException e) {
      throw new BenchFailure("LiteLLM's configuration cannot be written.", e);
    }
  }

  static String configuration(URI upstream, String alias) {
    return """
        model_list:
          - model_name: %s
            litellm_params:
              model: openai/mock-chat
              api_base: %s/v1
              api_key: none
        litellm_settings:
          telemetry: false
        general_settings:
          dangerously_permit_weak_or_unset_master_key: true
        """
        .formatted(alias, upstream);
  }
}
