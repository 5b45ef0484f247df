package io.marketplace.it.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.Await;
import io.marketplace.it.control.ControlApi;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Routing;
import io.marketplace.it.gateway.ScriptedUpstream.Received;
import io.marketplace.it.gateway.ScriptedUpstream.Script;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the gateway does not understand reaches the upstream, and comes back, as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PassThroughIT {
  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private final Routing routing = new Routing("it-pass-through", "code");
  private final String credential = Access.fresh("credential");
  private String key = "";

  @BeforeAll
  void prepare() {
    key = Access.granted("code").secret();
    ControlApi.as(Caller.ADMIN)
        .body(Map.of("secret", credential))
        .post("/providers/{id}/credentials", routing.provider())
        .then()
        .statusCode(204);
    upstream.script(Script.answer("here"));
    routing.route(routing.pool(upstream.address()));
    Await.until(
        "the route",
        Duration.ofSeconds(1),
        () -> Calls.chat(key, routing.alias(), "hi").statusCode() == 200);
  }

  @AfterAll
  void restore() {
    routing.close();
    upstream.close();
  }

  private Received sent(String body) {
    HttpResponse<String> answer = Calls.post(key, "/v1/chat/completions", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JsonPath.from(answer.body()).getBoolean("x_unknown.kept")).isTrue();
    return upstream.received().getLast();
  }

  @Test
  void onlyTheModelsNameIsReplaced() {
    String rest =
        """
        ,"messages":[{"role":"user","content":[{"type":"text","text":"what is it? \\u00e9 😀"},
        {"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw0KGgo=","detail":"low"}}]}],
        "tools":[{"type":"function","function":{"name":"look","parameters":{"type":"object","properties":{"x":{"type":"number"}}}}}],
        "tool_choice":"auto","response_format":{"type":"json_object"},"x_nobody_knows":{"deep":[1.0,1e2,null,{"a":"b"}]},
        "max_tokens":5}\
        """;
    Received received = sent("{\"model\":\"" + routing.alias() + "\"" + rest);
    assertThat(received.body()).isEqualTo("{\"model\":\"" + Routing.MODEL + "\"" + rest);
    assertThat(received.path()).isEqualTo("/v1/chat/completions");
  }

  @Test
  void theUpstreamSeesTheProvidersCredentialAndNeverTheKey() {
    Received received = sent(Calls.chatBody(routing.alias(), "hi", ""));
    assertThat(received.authorization()).isEqualTo("Bearer " + credential);
    assertThat(received.body()).doesNotContain(key);
  }
}
