package io.marketplace.builtin.http;

import com.fasterxml.jackson.databind.JsonNode;

/** One route: a JSON object in, a JSON value out. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Answers a request; called on a virtual thread and free to block.
   *
   * @param request the body, an object; an empty object for GET
   * @throws RequestException for everything that the caller should be told
   */
  JsonNode answer(JsonNode request);
}
