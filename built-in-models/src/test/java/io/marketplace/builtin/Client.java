package io.marketplace.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Speaks to a started server as a gateway would. */
final class Client {

  record Answer(int status, JsonNode body) {

    String code() {
      return body.at("/error/code").asText();
    }

    String field() {
      return body.at("/error/param").asText();
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  Client(ModelServer server) {
    base = "http://127.0.0.1:" + server.port();
  }

  Answer post(String path, String json) throws IOException, InterruptedException {
    return post(path, json.getBytes(StandardCharsets.UTF_8));
  }

  Answer post(String path, byte[] body) throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  Answer send(String method, String path, byte[] body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, BodyPublishers.ofByteArray(body))
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), new ObjectMapper().readTree(response.body()));
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, new byte[0]);
  }
}
