completion = openai.Completion.create(engine="⟦text-davinci-003⟧", prompt=p)
openai.ChatCompletion.create(deployment_id="⟦gpt-4-32k⟧", messages=m)
openai.Embedding.create(input=t, engine="⟦text-similarity-davinci-001⟧")
anthropic.Anthropic().completions.create(model="⟦claude-instant-1⟧", prompt=p)
genai.GenerativeModel("⟦gemini-1.5-pro-exp-0827⟧")
genai.embed_content(model="models/⟦text-embedding-004⟧", content=t)
palm.generate_text(model="models/⟦text-bison-001⟧", prompt=p)
co.chat(model="⟦command-nightly⟧", message=m); co.embed(model="⟦embed-multilingual-light-v3.0⟧")
Mistral(api_key=k).chat.complete(model="⟦open-mistral-nemo⟧")
Groq().chat.completions.create(model="⟦llama-guard-3-8b⟧")
Together().images.generate(model="⟦stabilityai/stable-diffusion-3-medium⟧")
fireworks.ChatCompletion.create(model="⟦accounts/fireworks/models/mixtral-8x22b-instruct⟧")
ollama.chat(model="⟦dolphin-mixtral:8x7b⟧"); ollama.embeddings(model="⟦all-minilm:l6-v2⟧")
ChatBedrock(model_id="⟦mistral.mixtral-8x7b-instruct-v0:1⟧")
ChatVertexAI(model="⟦claude-3-5-sonnet-v2@20241022⟧")
ChatNVIDIA(model="⟦nvidia/llama-3.1-nemotron-70b-instruct⟧")
ChatWatsonx(model_id="⟦ibm/granite-3-8b-instruct⟧")
ChatXAI(model="⟦grok-3-mini⟧"); ChatPerplexity(model="⟦sonar⟧")
ChatTongyi(model="⟦qwen-plus-latest⟧"); ChatZhipuAI(model="⟦glm-4-flash⟧")
ChatBaichuan(model="⟦Baichuan2-Turbo-192K⟧"); QianfanChatEndpoint(model="⟦ERNIE-Bot-4⟧")
HuggingFaceEmbeddings(model_name="⟦BAAI/bge-small-zh-v1.5⟧")
FastEmbedEmbedding("⟦sentence-transformers/all-mpnet-base-v2⟧")
CrossEncoder("⟦mixedbread-ai/mxbai-rerank-base-v2⟧")
Reranker("⟦colbert-ir/colbertv2.0⟧"); FlagReranker("⟦BAAI/bge-reranker-v2-gemma⟧")
WhisperModel("⟦large-v3-turbo⟧", device="cuda"); whisper.load_model("⟦base.en⟧")
pipeline("summarization", model="⟦facebook/bart-large-cnn⟧"); pipeline("ner", model="⟦dslim/bert-base-NER⟧")
pipeline("translation", model="⟦Helsinki-NLP/opus-mt-en-de⟧"); pipeline(model="⟦google/vit-base-patch16-224⟧")
AutoModel.from_pretrained("⟦EleutherAI/gpt-neox-20b⟧"); AutoModel.from_pretrained('⟦gpt2⟧')
FluxPipeline.from_pretrained("⟦black-forest-labs/FLUX.1-dev⟧")
ElevenLabs().convert(model_id="⟦eleven_turbo_v2_5⟧"); deepgram.listen(model="⟦nova-2⟧")
replicate.run("⟦stability-ai/sdxl⟧:39ed52f2a78e934b3ba6e2a89f5b1c712de7dfea535525255b1aa35c5565e08b")
MODELS = ["⟦gpt-4o⟧", "⟦o1⟧", "⟦claude-3-opus⟧", "⟦sonar-pro⟧"]
costs = {"⟦o3⟧": 10.0, "⟦o4-mini⟧": 1.1, "⟦gpt-4.1⟧": 2.0}
dspy.LM("⟦openai/gpt-4o-mini⟧"); dspy.LM("⟦ollama_chat/llama3.2⟧", api_base=b)
guidance.models.LlamaCpp("⟦Mistral-7B-Instruct-v0.2.Q8_0.gguf⟧")
agent = Agent("⟦openai:gpt-4o⟧"); agent2 = Agent('⟦google-gla:gemini-1.5-flash⟧'); agent3 = Agent("⟦groq:llama-3.3-70b-versatile⟧")
crew = LLM(model="⟦watsonx/ibm/granite-34b-code-instruct⟧")
encoding = tiktoken.encoding_for_model("⟦gpt-3.5-turbo⟧")
assert resp.model == "⟦gpt-4o-mini-2024-07-18⟧"
"""Uses ⟦GPT-4 Turbo⟧ by default, ⟦Claude 3 Opus⟧ for legal text."""
x, o1, o3 = solve(a, b)
phi = 2 * np.pi / 3; phi_2 = phi - 2
class BertLayer(nn.Module): ...
class GPTConfig: n_layer = 12
class LlamaAttention(nn.Module): ...
from transformers import MistralForCausalLM, Phi3Config, Qwen2Tokenizer
from langchain_mistralai import ChatMistralAI
from mistralai import Mistral
import google.generativeai as palm
t5 = time.time(); gpt = partition("gpt")
claude = authors.get(first="Claude", last="Lévi-Strauss")
result = sm.formula.glm("y ~ x", data=df).fit()
nova = Server("nova-2.example.org"); titan = Server("titan-01")
species = ["llama", "alpaca", "vicuna", "guanaco"]
birds = {"falcon": 3, "kestrel": 2}
sign = "gemini" if 521 <= md <= 620 else "cancer"
model = LogisticRegression(); model.fit(x, y); model.name = "churn-3"
optimizer = "adam"; opt = parser.parse_args(); opt.mpt = 1
assert gte(3, 2); e5 = 1e5; yi = y[i]
haiku = poems.filter(kind="haiku"); opus = works[131]
solar = panels * 350; granite = stones["granite"]; orca = "Orcinus orca"
