public final class Prompts {
  public static final String DEFAULT_LLM = "⟦gpt-5.2⟧";
  @Parameter(names = "--model", description = "e.g. ⟦claude-haiku-4-5-20251001⟧") String model = "⟦gemini-3-flash-preview⟧";
  private final String embeddings = "⟦intfloat/multilingual-e5-base⟧";
  ModelName.⟦GEMINI_2_5_FLASH⟧; Anthropic.Model.⟦CLAUDE_OPUS_4_1⟧; LlmModel.⟦QWEN_2_5_72B_INSTRUCT⟧;
  return switch (tier) { case FAST -> "⟦amazon.nova-micro-v1:0⟧"; case SMART -> "⟦anthropic.claude-sonnet-4-20250514-v1:0⟧"; };
  new OllamaChatModel("http://localhost:11434", "⟦llama3.1⟧");
  StreamingChatModel m = GoogleAiGeminiStreamingChatModel.builder().modelName("⟦gemini-2.0-flash-thinking-exp-01-21⟧").build();
  properties.put("langchain4j.jlama.chat-model.model-name", "⟦tjake/Llama-3.2-1B-Instruct-JQ4⟧");
  // since ⟦GPT-4o⟧ got cheaper than ⟦GPT-4⟧, we drop ⟦gpt-3.5-turbo⟧ here
  Model model = Model.valueOf("⟦O1_PREVIEW⟧");
  var audio = "⟦gpt-4o-transcribe⟧"; var picture = "⟦gpt-image-1.5⟧"; var film = "⟦sora-2-pro⟧";
  if ("⟦deepseek-r1-distill-llama-70b⟧".equals(id)) return;
  BedrockTitanEmbeddingModel.builder().model("⟦amazon.titan-embed-text-v1⟧");
  enum Kind { ⟦GPT_4O⟧, ⟦CLAUDE_3_HAIKU⟧, ⟦LLAMA_3_70B⟧, ⟦MISTRAL_LARGE⟧, TITAN, NOVA, OPUS }
  enum Moons { TITAN, RHEA } enum Birds { FALCON, HAWK } enum Zodiac { GEMINI, LEO }
  class Gpt { } class GptPartition { } class ClaudeTest { } record Nova(int x) { }
  AnthropicApi api; OpenAiApi openAiApi; MistralAiApi mistral; OllamaApi ollama; VertexAiGeminiApi g;
  long phi = euler.phi(n); long phi3 = phi(3); int o3 = O1 + O2;
  logger.warn("Gemini exchange is down"); throw new LlamaSpitsException("llama");
  Ship falcon = new Ship("Millennium Falcon"); String claude = "Claude Code"; 
  String tool = "Codex CLI, Gemini CLI, Claude Code and Copilot";
  String product = "ChatGPT Enterprise"; String brand = "Mistral Le Chat"; String app = "Grok";
  URI uri = URI.create("https://api.mistral.ai/v1/chat/completions");
}
