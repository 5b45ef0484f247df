package com.bank.assist;

import com.openai.models.ChatModel;
import com.anthropic.models.messages.Model;
import dev.langchain4j.model.openai.OpenAiChatModelName;
import dev.langchain4j.model.embedding.onnx.all⟦minilml6v2⟧.AllMiniLmL6V2EmbeddingModel;

/** Talks to Claude and friends; see the wiki for why ⟦GPT-4⟧ was dropped. */
public final class Models {
  private static final String MODEL = "⟦gpt-4o-mini⟧";
  static final String EMBEDDING = "⟦text-embedding-3-large⟧";

  @Value("${assist.model:⟦claude-3-7-sonnet-latest⟧}")
  private String model;

  @ConfigProperty(name = "quarkus.langchain4j.openai.chat-model.model-name", defaultValue = "⟦gpt-4.1⟧")
  String name;

  ResponseCreateParams a = ResponseCreateParams.builder().model(ChatModel.⟦GPT_4O⟧).input("hi").build();
  ResponseCreateParams b = ResponseCreateParams.builder().model(ChatModel.⟦GPT_4_1_MINI⟧).build();
  ResponseCreateParams c = ResponseCreateParams.builder().model(ChatModel.⟦O1⟧).build();
  ResponseCreateParams d = ResponseCreateParams.builder().model(ChatModel.⟦O3_MINI⟧).build();
  MessageCreateParams e = MessageCreateParams.builder().model(Model.⟦CLAUDE_3_5_SONNET_LATEST⟧).build();
  MessageCreateParams f = MessageCreateParams.builder().model(Model.⟦CLAUDE_SONNET_4_20250514⟧).build();
  Object g = OpenAiChatModelName.⟦GPT_3_5_TURBO⟧;
  Object h = OpenAiChatModelName.⟦GPT_4_O⟧;
  Object i = MistralAiChatModelName.⟦MISTRAL_LARGE_LATEST⟧;
  Object j = MistralAiChatModelName.⟦OPEN_MIXTRAL_8x22B⟧;
  Object k = AnthropicChatModelName.⟦CLAUDE_3_HAIKU_20240307⟧;
  Object l = OpenAiApi.ChatModel.⟦GPT_4_TURBO⟧;
  Object m = OpenAiApi.EmbeddingModel.⟦TEXT_EMBEDDING_3_SMALL⟧.value;
  Object n = VertexAiGeminiChatModel.ChatModel.⟦GEMINI_1_5_PRO⟧;
  Object o = new ⟦AllMiniLmL6V2⟧EmbeddingModel();
  Object p = new ⟦BgeSmallEnV15⟧QuantizedEmbeddingModel();
  Object q = FoundationModelIdentifier.⟦ANTHROPIC_CLAUDE_3_5_SONNET_20241022_V2_0⟧;
  Object r = CohereEmbeddingModelName.⟦EMBED_ENGLISH_V3_0⟧;
  Object s = BedrockModel.⟦AMAZON_NOVA_PRO_V1_0⟧;
  Object t = GroqModels.⟦LLAMA_3_1_70B⟧;
  Object u = OpenAiChatModel.builder().modelName("⟦o4-mini⟧").build();
  Object v = OllamaChatModel.builder().baseUrl(url).modelName("⟦llama3.1⟧").build();
  Object w = OllamaOptions.builder().model(OllamaModel.⟦LLAMA3_1⟧).build();
  Object x = Map.of("model", "⟦o1⟧");

  enum Kind {
    FAST("⟦gpt-4o-mini⟧"),
    SLOW("⟦claude-3-opus-20240229⟧"),
    LOCAL("⟦qwen2.5:14b⟧");

    Kind(String id) {}
  }

  // TODO move from ⟦gpt-35-turbo⟧ to something cheaper
  /* ⟦Claude 3.5 Sonnet⟧ is the default, ⟦Llama 3.1⟧ the fallback, ⟦Mistral Large⟧ for French. */
  String arn = "arn:aws:bedrock:us-east-1::foundation-model/⟦anthropic.claude-3-sonnet-20240229-v1:0⟧";
}
