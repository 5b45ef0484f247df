package io.marketplace.it.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.Map;

/** The contract's envelope, as an answer must bear it. */
final class Problems {
  private Problems() {}

  /** Asserts status and code, and that the answer tells a caller what he needs and nothing else. */
  static Map<String, Object> assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.body()).as("%s %s", answer.statusCode(), answer.uri()).isNotBlank();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    Map<String, Object> error = JsonPath.from(answer.body()).getMap("error");
    assertThat(error).containsOnlyKeys("message", "type", "param", "code");
    assertThat(error.get("code")).isEqualTo(code);
    assertThat((String) error.get("message")).isNotBlank();
    assertThat((String) error.get("type")).isNotBlank();
    assertThat(answer.body())
        .doesNotContain("Exception")
        .doesNotContain("\tat ")
        .doesNotContain("io.marketplace")
        .doesNotContain("com.ibm");
    return error;
  }
}
