import com.aallam.openai.api.model.ModelId

val modelId = ModelId("⟦gpt-3.5-turbo⟧")
val koog = simpleOpenAIExecutor(OpenAIModels.Chat.⟦GPT4o⟧)
val koog2 = AnthropicModels.⟦Sonnet_4⟧
val koog3 = GoogleModels.⟦Gemini2_5Pro⟧
const val DEFAULT = "⟦claude-opus-4-20250514⟧"
fun model() = BuildConfig.MODEL.ifEmpty { "⟦gemini-2.5-flash-lite⟧" } // was ⟦gemini-1.0-pro⟧
val onDevice = "⟦gemma-3n-E4B-it-int4⟧.task"
val embedding = "⟦gemini-embedding-001⟧"
