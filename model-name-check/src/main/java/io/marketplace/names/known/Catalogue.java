package io.marketplace.names.known;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The catalogue's names, {@code GET /api/v1/model-names}, beside those in the jar. The last answer
 * is kept: it is asked for anew each time, by its entity tag, and used while the catalogue cannot
 * be reached.
 */
public final class Catalogue {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final URI address;
  private final Map<String, String> environment;
  private final KeptAnswer kept;

  private Catalogue(URI address, Map<String, String> environment) {
    this.address = address;
    this.environment = environment;
    this.kept = KeptAnswer.of(address, environment);
  }

  /**
   * All names there are to know.
   *
   * @param url the catalogue's address; empty: {@code MODEL_NAMES_URL}, or none
   * @throws UnusableNames if the address is none, or the catalogue refuses to answer
   */
  public static ModelNames names(
      Optional<String> url, boolean offline, Map<String, String> environment) throws UnusableNames {
    ModelNames jar = NamesFile.offline();
    Optional<String> address =
        url.or(() -> Optional.ofNullable(environment.get("MODEL_NAMES_URL")))
            .filter(text -> !text.isBlank());
    if (offline || address.isEmpty()) {
      return jar;
    }
    return new Catalogue(http(address.get()), environment).add(jar);
  }

  private static URI http(String address) throws UnusableNames {
    try {
      URI uri = URI.create(address);
      if (uri.getHost() != null && uri.getScheme().matches("https?")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new UnusableNames("This is no address of a catalogue: " + address, e);
    }
    throw new UnusableNames("This is no address of a catalogue: " + address);
  }

  private ModelNames add(ModelNames jar) throws UnusableNames {
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build()) {
      HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
      request.header("Accept", "application/json");
      Optional<String> token = token(client);
      token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
      kept.tag().ifPresent(tag -> request.header("If-None-Match", tag));
      HttpResponse<String> answer = send(client, request.build());
      if (answer.statusCode() == OK) {
        ModelNames names = jar.with(NamesFile.cards(answer.body()), "the catalogue, and the jar");
        answer.headers().firstValue("ETag").ifPresent(tag -> kept.keep(tag, answer.body()));
        return names;
      }
      if (answer.statusCode() == NOT_MODIFIED) {
        return kept(jar, "the catalogue (unchanged), and the jar");
      }
      if (answer.statusCode() < 500) {
        throw new UnusableNames(
            "The catalogue at %s answers %d.%s"
                .formatted(
                    address,
                    answer.statusCode(),
                    token.isEmpty() ? " It may want MODEL_NAMES_TOKEN." : ""));
      }
      return unreachable(jar);
    } catch (IOException e) {
      return unreachable(jar);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unreachable(jar);
    }
  }

  /** The whole answer; a request's own time is over with the answer's head. */
  private static HttpResponse<String> send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return client
          .sendAsync(request, HttpResponse.BodyHandlers.ofString())
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      client.shutdownNow(); // its close waits for what has begun
      throw new IOException("there was no whole answer in time", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private ModelNames unreachable(ModelNames jar) throws UnusableNames {
    return kept.body().isPresent()
        ? kept(jar, "the catalogue's last answer (it cannot be reached now), and the jar")
        : jar.with(List.of(), "the jar (the catalogue cannot be reached)");
  }

  private ModelNames kept(ModelNames jar, String source) throws UnusableNames {
    Optional<String> body = kept.body();
    return body.isPresent() ? jar.with(NamesFile.cards(body.get()), source) : jar;
  }

  /** The token to show; empty if none is configured. */
  private Optional<String> token(HttpClient client)
      throws IOException, InterruptedException, UnusableNames {
    Optional<String> given = variable("MODEL_NAMES_TOKEN");
    Optional<String> url = variable("MODEL_NAMES_TOKEN_URL");
    Optional<String> id = variable("MODEL_NAMES_CLIENT_ID");
    if (given.isPresent() || url.isEmpty() || id.isEmpty()) {
      return given;
    }
    String secret = variable("MODEL_NAMES_CLIENT_SECRET").orElse("");
    String pair = encode(id.get()) + ":" + encode(secret);
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        send(
            client,
            HttpRequest.newBuilder(http(url.get()))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
    if (answer.statusCode() >= 500) {
      throw new IOException("the identity provider is out of order");
    }
    if (answer.statusCode() != OK) {
      throw new UnusableNames(refused(url.get(), id.get(), answer.statusCode()));
    }
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return Optional.of(reader.readObject().getString("access_token"));
    } catch (JsonException | NullPointerException | ClassCastException e) {
      throw new UnusableNames(refused(url.get(), id.get(), answer.statusCode()), e);
    }
  }

  private static String refused(String url, String client, int status) {
    return "%s gives %s no token (it answers %d).".formatted(url, client, status);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }
}
