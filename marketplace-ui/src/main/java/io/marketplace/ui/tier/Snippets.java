package io.marketplace.ui.tier;

import io.marketplace.model.catalogue.Tier;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * First calls to paste, by language, with the reader's own base address and alias. The key is read
 * from the environment variable {@code OPENAI_API_KEY}, as OpenAI's own clients do, so that nobody
 * writes it into code.
 */
final class Snippets {

  private Snippets() {}

  /** Snippets by language, in the order to show them. */
  static Map<String, String> of(Tier tier, String baseUrl) {
    Map<String, String> snippets = new LinkedHashMap<>();
    Shape shape = Shape.of(tier);
    snippets.put("curl", fill(CURL, shape, tier, baseUrl));
    snippets.put("Python", fill(shape.python, shape, tier, baseUrl));
    snippets.put("Java", fill(JAVA, shape, tier, baseUrl));
    snippets.put("JavaScript", fill(JAVASCRIPT, shape, tier, baseUrl));
    return snippets;
  }

  private static String fill(String template, Shape shape, Tier tier, String baseUrl) {
    return template
        .replace("{body}", shape.body)
        .replace("{path}", shape.path)
        .replace("{model}", tier.code())
        .replace("{base}", baseUrl)
        .strip();
  }

  /** What a tier is asked with. */
  private enum Shape {
    CHAT(
        "/chat/completions",
        "{\"model\": \"{model}\", \"max_tokens\": 200, \"messages\": [{\"role\": \"user\", \"content\": \"Name three uses of a lease.\"}]}",
        """
        from openai import OpenAI

        client = OpenAI(base_url="{base}")  # reads OPENAI_API_KEY
        answer = client.chat.completions.create(
            model="{model}",
            max_tokens=200,
            messages=[{"role": "user", "content": "Name three uses of a lease."}],
        )
        print(answer.choices[0].message.content)
        """),
    EMBEDDING(
        "/embeddings",
        "{\"model\": \"{model}\", \"input\": [\"How do I end a lease?\", \"Opening hours\"]}",
        """
        from openai import OpenAI

        client = OpenAI(base_url="{base}")  # reads OPENAI_API_KEY
        answer = client.embeddings.create(model="{model}", input=["How do I end a lease?", "Opening hours"])
        print(len(answer.data[0].embedding))
        """),
    RERANK(
        "/rerank",
        "{\"model\": \"{model}\", \"query\": \"end a lease\", \"documents\": [\"Opening hours\", \"A lease ends in writing\"]}",
        """
        import os, requests

        answer = requests.post(
            "{base}/rerank",
            headers={"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"},
            json={"model": "{model}", "query": "end a lease", "documents": ["Opening hours", "A lease ends in writing"]},
            timeout=30,
        )
        print(answer.json()["results"])
        """);

    private final String path;
    private final String body;
    private final String python;

    Shape(String path, String body, String python) {
      this.path = path;
      this.body = body;
      this.python = python;
    }

    static Shape of(Tier tier) {
      return switch (tier) {
        case EMBEDDING -> EMBEDDING;
        case RERANKER -> RERANK;
        case REASONING, UTILITY, CODE, VISION -> CHAT;
      };
    }
  }

  private static final String CURL =
      """
      curl {base}{path} \\
        -H "Authorization: Bearer $OPENAI_API_KEY" \\
        -H "Content-Type: application/json" \\
        -d '{body}'
      """;

  private static final String JAVA =
      """
      var request = HttpRequest.newBuilder(URI.create("{base}{path}"))
          .header("Authorization", "Bearer " + System.getenv("OPENAI_API_KEY"))
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(\"""
              {body}\"""))
          .build();
      System.out.println(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
      """;

  private static final String JAVASCRIPT =
      """
      const answer = await fetch("{base}{path}", {
        method: "POST",
        headers: {
          Authorization: `Bearer ${process.env.OPENAI_API_KEY}`,
          "Content-Type": "application/json",
        },
        body: JSON.stringify({body}),
      });
      console.log(await answer.json());
      """;
}
