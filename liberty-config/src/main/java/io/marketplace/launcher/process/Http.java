package io.marketplace.launcher.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
