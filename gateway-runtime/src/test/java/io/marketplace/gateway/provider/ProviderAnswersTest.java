package io.marketplace.gateway.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marketplace.gateway.problem.GatewayProblem;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProviderAnswersTest {

  private final ProviderAnswers answers = new ProviderAnswers();

  private void answered(int status, String body, @Nullable String credential) {
    var unused =
        answers.plain(
            status,
            "application/json",
            body.getBytes(StandardCharsets.UTF_8),
            new BasicClassicHttpResponse(status),
            credential);
  }

  private String refusal(String body, @Nullable String credential) {
    GatewayProblem problem =
        catchThrowableOfType(GatewayProblem.class, () -> answered(400, body, credential));
    return String.valueOf(problem.getMessage());
  }

  @Test
  void aProvidersWordsOnABadRequestAreToldUnlessTheyHoldItsCredential() {
    String body = "{\"error\":{\"message\":\"Bearer s3cret, max_tokens is too large (s3cret)\"}}";
    assertThat(refusal(body, "s3cret")).contains("gave no reason").doesNotContain("s3cret");
    assertThat(refusal(body, null)).contains("max_tokens is too large");
  }

  @Test
  void aCredentialCannotHideBehindThePlaceWhereWordsAreCut() {
    String body = "{\"message\":\"" + "x".repeat(495) + "s3cret-and-more\"}";
    assertThat(refusal(body, "s3cret-and-more")).doesNotContain("s3c");
  }

  @Test
  void otherFailuresAreToldByTheirStatusAlone() {
    for (int status : new int[] {401, 404, 500, 503}) {
      assertThatThrownBy(() -> answered(status, "{\"message\":\"s3cret\"}", "s3cret"))
          .isInstanceOf(UpstreamFailure.class)
          .hasMessage("status " + status);
    }
  }
}
