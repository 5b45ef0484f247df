package io.marketplace.gateway.line;

import io.marketplace.gateway.body.BodyShape;

/**
 * What the caller asks for; each operation has one path here and, below a pool's endpoint, one path
 * there.
 */
public enum Operation {
  CHAT("/v1/chat/completions", "chat", BodyShape.CHAT),
  COMPLETION("/v1/completions", "completion", BodyShape.COMPLETION),
  EMBEDDING("/v1/embeddings", "embedding", BodyShape.EMBEDDING),
  RERANK("/v1/rerank", "rerank", BodyShape.RERANK),
  RERANK_V2("/v2/rerank", "rerank", BodyShape.RERANK);

  private final String path;
  private final String label;
  private final BodyShape shape;

  Operation(String path, String label, BodyShape shape) {
    this.path = path;
    this.label = label;
    this.shape = shape;
  }

  /** The path of the gateway, which is also the conventional path of a provider. */
  public String path() {
    return path;
  }

  /** The word for ledgers and meters. */
  public String label() {
    return label;
  }

  public BodyShape shape() {
    return shape;
  }
}
