package io.marketplace.gateway.line;

import io.marketplace.gateway.body.BodyShape;

/**
 * What the caller asks for; each operation has one path here and, below a pool's endpoint, one path
 * there.
 */
public enum Operation {
  CHAT("/v1/chat/completions", BodyShape.CHAT),
  COMPLETION("/v1/completions", BodyShape.COMPLETION),
  EMBEDDING("/v1/embeddings", BodyShape.EMBEDDING),
  RERANK("/v1/rerank", BodyShape.RERANK),
  RERANK_V2("/v2/rerank", BodyShape.RERANK);

  private final String path;
  private final BodyShape shape;

  Operation(String path, BodyShape shape) {
    this.path = path;
    this.shape = shape;
  }

  /** The path of the gateway, which is also the conventional path of a provider. */
  public String path() {
    return path;
  }

  /** How its bodies look. */
  public BodyShape shape() {
    return shape;
  }
}
