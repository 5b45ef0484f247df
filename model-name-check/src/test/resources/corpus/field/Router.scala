package acme.router

import io.cequence.openaiscala.domain.ModelId
import sttp.openai.requests.completions.chat.ChatRequestBody.ChatCompletionModel

object Router {
  val fallback = ModelId.⟦gpt_4o_mini⟧
  val anthropic = NonOpenAIModelId.⟦claude_3_5_sonnet_20241022⟧
  val groq = NonOpenAIModelId.⟦llama_3_1_70b_versatile⟧
  val model = ChatCompletionModel.⟦GPT4o⟧
  val byTask: Map[String, String] = Map(
    "summary" -> "⟦claude-instant-1.2⟧",
    "draft" -> "⟦text-davinci-003⟧",
    "code" -> "⟦code-davinci-002⟧",
    "embed" -> "⟦text-embedding-ada-002⟧",
    "speech" -> "⟦whisper-1⟧",
    "image" -> "⟦dall-e-3⟧"
  )
  // Together: ⟦meta-llama/Llama-3.3-70B-Instruct-Turbo⟧
  val together = "⟦togethercomputer/llama-2-7b-chat⟧"
  val sum = (o1: Ordering[Int], o3: Ordering[Int]) => o1
  val grok = "to grok a codebase is to understand it"
  val sparkOpts = Seq("-O3", "--opt", "opt-level=3")
  val dolphin = Animals.find(_.name == "dolphin")
  val ada = Employee("Ada Lovelace"); val curie = Employee("Marie Curie")
  val babbage = "Charles Babbage"
  val davinci = Painter("Leonardo da Vinci")
  val bloom = BloomFilter.create[String](1000000, 0.01)
  val glm = new GeneralizedLinearRegression().setFamily("gaussian").setLink("identity")
  val phi = 0.5 * (1 + math.sqrt(5))
  val e5 = 1e5
}
