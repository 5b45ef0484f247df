package io.marketplace.gateway.provider;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.marketplace.gateway.body.CallJson;
import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.Tally;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.provider.UpstreamFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** Whole answers of providers: what each status means for the caller. */
final class ProviderAnswers {
  /** Four thousand embeddings of 3,072 dimensions in JSON stay below it. */
  private static final int MAX_BYTES = 256 * 1024 * 1024;

  /** Room is made at once for answers up to this size, whatever a provider says. */
  private static final int EXACT_BYTES = 1024 * 1024;

  /** A provider's own words are passed on only this far. */
  private static final int MAX_MESSAGE = 500;

  private final JsonFactory json = CallJson.factory().build();

  /**
   * Reads a whole body; {@code came} is told of each part. Some providers send blanks while they
   * work.
   *
   * @param length what the provider says it is; negative if it does not
   */
  byte[] readAll(InputStream content, long length, Tally tally, Runnable came) throws IOException {
    return length >= 0 && length <= EXACT_BYTES
        ? exactly((int) length, content, tally, came)
        : all(content, tally, came);
  }

  /** In the array it is handed on in. */
  private static byte[] exactly(int length, InputStream content, Tally tally, Runnable came)
      throws IOException {
    byte[] all = new byte[length];
    int read = 0;
    int count;
    while (read < length && (count = content.read(all, read, length - read)) >= 0) {
      tally.firstByte(System.nanoTime());
      came.run();
      read += count;
    }
    // The end must have been seen before the connection can serve again; one too short fails here.
    if (content.read() >= 0 || read < length) {
      throw new IOException("the answer is not as long as it says");
    }
    return all;
  }

  private static byte[] all(InputStream content, Tally tally, Runnable came) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream(4 * 1024);
    byte[] buffer = new byte[16 * 1024];
    int count;
    while ((count = content.read(buffer)) >= 0) {
      tally.firstByte(System.nanoTime());
      came.run();
      all.write(buffer, 0, count);
      if (all.size() > MAX_BYTES) {
        throw new IOException("the answer is too large");
      }
    }
    return all.toByteArray();
  }

  /**
   * An answer, or why there is none.
   *
   * @param credential what the provider was called with, which it may quote; null without one
   * @throws GatewayProblem for a fault in the caller's request, which no other provider would mend
   * @throws UpstreamFailure for everything else
   */
  Answer plain(
      int status,
      String type,
      byte[] body,
      ClassicHttpResponse response,
      @Nullable String credential) {
    if (status >= 200 && status < 300) {
      return Answer.plain(status, type, body);
    }
    switch (status) {
      case 400, 413, 415, 422 ->
          throw GatewayProblem.quoting(
              "The provider refused the request", message(body, credential));
      case 429 -> {
        Header after = response.getFirstHeader("Retry-After");
        throw new UpstreamFailure(Kind.SATURATED, status, after == null ? null : after.getValue());
      }
      default ->
          throw new UpstreamFailure(status >= 500 ? Kind.FAILED : Kind.REJECTED, status, null);
    }
  }

  /**
   * {@code error.message}, or {@code message}, of a JSON body; a fixed phrase for anything else.
   */
  private String message(byte[] body, @Nullable String credential) {
    try (JsonParser parser = json.createParser(body)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME
            && parser.currentName().equals("message")
            && parser.nextToken() == JsonToken.VALUE_STRING) {
          String text = parser.getText();
          if (credential != null && text.contains(credential)) {
            break;
          }
          return text.length() > MAX_MESSAGE ? text.substring(0, MAX_MESSAGE) + "…" : text;
        }
      }
    } catch (IOException e) {
      return "it gave no reason that can be read.";
    }
    return "it gave no reason.";
  }
}
