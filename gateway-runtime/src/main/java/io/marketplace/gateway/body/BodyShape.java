package io.marketplace.gateway.body;

import java.util.List;

/**
 * Which top-level fields an operation cannot do without; checked here so that a caller learns of
 * them by name.
 */
public enum BodyShape {
  CHAT,
  COMPLETION,
  EMBEDDING,
  RERANK;

  List<String> required() {
    return switch (this) {
      case CHAT -> List.of("messages");
      case COMPLETION -> List.of("prompt");
      case EMBEDDING -> List.of("input");
      case RERANK -> List.of("query", "documents");
    };
  }
}
