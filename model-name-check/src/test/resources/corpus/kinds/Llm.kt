const val MODEL = "⟦claude-opus-4-6⟧"; val cheap = Models.⟦GPT_4O_MINI⟧; val alt = "⟦gemini-3.1-pro-preview⟧"
val llm = ChatLanguageModelFactory.create(provider = "openai", model = "⟦gpt-4.1-mini⟧")
class Config(@Value("\${openai.model:⟦gpt-4o⟧}") val model: String)
when (model) { "⟦mistral-large-latest⟧" -> 1; "⟦llama3-70b⟧" -> 2; "⟦text-embedding-ada-002⟧" -> 3 }
LLModel(provider = LLMProvider.Ollama, id = "⟦qwen3:8b⟧", capabilities = listOf())
// replaced ⟦gpt-4-turbo-preview⟧ (slow) by ⟦gpt-4o⟧
val ids = listOf("⟦o3⟧", "⟦o4-mini⟧", "⟦gpt-5⟧")
data class Llama(val wool: Int); val gemini = Sign("gemini"); val phi = atan2(y, x)
val nova = NovaActivity::class; val titan = R.drawable.titan; val opus = MediaFormat.MIMETYPE_AUDIO_OPUS
val o1 = outputs[1]; val o3 = outputs[3]; val claude = User("claude"); val haiku = Poem()
