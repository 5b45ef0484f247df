package io.marketplace.builtin.rerank;

import com.fasterxml.jackson.databind.JsonNode;
import io.marketplace.builtin.http.Fields;
import java.util.List;

/** A checked request; fields that it does not know are ignored. */
record RerankRequest(String query, List<String> documents, int top, boolean returnDocuments) {

  /** As Cohere recommends. */
  static final int MAX_DOCUMENTS = 1000;

  static RerankRequest of(JsonNode request) {
    Fields.model(request, Reranker.NAME);
    String query = Fields.text(request, "query");
    List<String> documents =
        Fields.array(
            request.path("documents"), "documents", MAX_DOCUMENTS, RerankRequest::document);
    int top = Math.min(documents.size(), Fields.positive(request, "top_n", documents.size()));
    return new RerankRequest(query, documents, top, Fields.flag(request, "return_documents"));
  }

  private static String document(JsonNode element) {
    JsonNode text = element.isObject() ? element.path("text") : element;
    return Fields.text(text, "documents", true);
  }
}
