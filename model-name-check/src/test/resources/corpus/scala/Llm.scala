import io.cequence.openaiscala.domain.ModelId

object Llm {
  val model = ModelId.⟦gpt_4o⟧
  val old = ModelId.⟦gpt_3_5_turbo⟧
  val sonnet = NonOpenAIModelId.⟦claude_3_5_sonnet_20241022⟧
  val name = config.getOrElse("model", "⟦mixtral-8x7b-32768⟧")
  // Spark NLP: ⟦bert-base-uncased⟧, later ⟦E5-large-v2⟧
  val embedder = BertEmbeddings.pretrained("⟦bge-small-en⟧")
}
