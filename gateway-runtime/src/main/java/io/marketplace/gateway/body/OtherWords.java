package io.marketplace.gateway.body;

import io.marketplace.gateway.problem.GatewayProblem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names that some servers read in the place of those that bound a call. Where they got through, a
 * call could use more than was reserved for it.
 */
final class OtherWords {
  /**
   * Words of llama.cpp's server ({@code tools/server}, {@code params_from_json_cmpl}), which it
   * obeys before OpenAI's.
   */
  private static final Map<String, String> LLAMA_CPP =
      Map.of("n_predict", "max_tokens", "n_cmpl", "n");

  /** Fields that decide what a call may cost and where it goes. */
  private static final Set<String> DECISIVE =
      Set.of(
          "model",
          "stream",
          "stream_options",
          "max_tokens",
          "max_completion_tokens",
          "n",
          "best_of",
          "n_predict",
          "n_cmpl",
          "tools",
          "service_tier",
          "modalities",
          "web_search_options",
          "plugins",
          "models");

  private OtherWords() {}

  /**
   * Lets {@code name} pass or not.
   *
   * @throws GatewayProblem naming the field to be sent in its place
   */
  static void refuse(String name) {
    String known = LLAMA_CPP.get(name);
    if (known != null) {
      throw GatewayProblem.badRequest(
          "'" + name + "' is not taken here. Send '" + known + "'.", name);
    }
    // Servers in Go read names whatever their case, with the folding of Unicode.
    String folded = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    if (!folded.equals(name) && DECISIVE.contains(folded)) {
      throw GatewayProblem.badRequest("Write '" + folded + "' in small letters.", folded);
    }
  }
}
