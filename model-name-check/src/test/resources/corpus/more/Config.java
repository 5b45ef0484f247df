@Configuration
class AiConfig {
    @Value("${spring.ai.openai.chat.options.model:⟦gpt-4o-mini⟧}") String model;
    private static final Map<String, Integer> LIMITS = Map.of("⟦gpt-4⟧", 8192, "⟦gpt-4o⟧", 128000);
    var m1 = OpenAiChatOptions.builder().withModel("⟦gpt-4-turbo⟧").build();
    var m2 = AnthropicChatOptions.builder().model(AnthropicApi.ChatModel.⟦CLAUDE_3_5_SONNET⟧).build();
    var m3 = BedrockAnthropicChatModel.builder().model("⟦anthropic.claude-3-sonnet-20240229-v1:0⟧");
    var m4 = OllamaChatModel.builder().modelName("⟦phi⟧").temperature(0.1);
    var m5 = new OpenAiTokenizer("⟦gpt-3.5-turbo⟧");
    var m6 = OpenAiEmbeddingModelName.⟦TEXT_EMBEDDING_ADA_002⟧;
    var m7 = HuggingFaceChatModel.builder().modelId("⟦tiiuae/falcon-7b-instruct⟧");
    var m8 = GoogleAiGeminiChatModel.builder().modelName("⟦gemini-2.0-flash-exp⟧");
    var m9 = VertexAiGeminiChatModel.builder().modelName("⟦gemini-1.0-pro-vision⟧");
    var m10 = ChatModel.of("⟦o1⟧"); var m11 = com.openai.models.ChatModel.⟦GPT_4O_MINI⟧;
    var m12 = com.anthropic.models.messages.Model.⟦CLAUDE_OPUS_4_0⟧;
    var m13 = EmbeddingModel.⟦TEXT_EMBEDDING_3_LARGE⟧;
    var m14 = ModelId.⟦GPT_4⟧; var m15 = LlmModel.⟦CLAUDE_V2⟧; var m16 = Llm.⟦MISTRAL_7B⟧; var m17 = Llms.⟦GEMINI_PRO⟧;
    String sql = "update prefs set model = '⟦gpt-4o⟧' where model = '⟦gpt-4⟧'";
    boolean isGpt4(String s) { return s.contains("⟦gpt-4⟧"); }
    // This used to be ⟦claude-instant-v1⟧.
    /** Embeds with ⟦text-embedding-ada-002⟧ (1536 dimensions). */
    static final String E5 = "⟦multilingual-e5-small⟧"; static final int PHI = 3;
}
