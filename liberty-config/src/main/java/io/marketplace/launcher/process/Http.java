package io.marketplace.launcher.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Asks a server on loopback whether it answers. */
public final class Http {
  private Http() {}

  /** The status of a GET, or 0 when nobody answers within two seconds. */
  public static int status(String url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      int millis = (int) TimeUnit.SECONDS.toMillis(2);
      connection.setConnectTimeout(millis);
      connection.setReadTimeout(millis);
      connection.setInstanceFollowRedirects(false);
      try {
        return connection.getResponseCode();
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * Sends a request with a body (none when it is empty).
   *
   * @return the answer's text
   * @throws IOException when nobody answers, or with a status from 400 on
   */
  public static String send(String method, String url, Map<String, String> headers, String body)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    int millis = (int) TimeUnit.SECONDS.toMillis(20);
    connection.setConnectTimeout(millis);
    connection.setReadTimeout(millis);
    connection.setRequestMethod(method);
    headers.forEach(connection::setRequestProperty);
    try {
      if (!body.isEmpty()) {
        connection.setDoOutput(true);
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      }
      try (InputStream answer = connection.getInputStream()) {
        return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
      }
    } finally {
      connection.disconnect();
    }
  }

  /** The text that a GET answers with; empty when it does not. */
  public static String text(String url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      int millis = (int) TimeUnit.SECONDS.toMillis(10);
      connection.setConnectTimeout(millis);
      connection.setReadTimeout(millis);
      try (InputStream body = connection.getInputStream()) {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return "";
    }
  }
}
