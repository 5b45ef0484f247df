parser.add_argument("--model", default="⟦gpt-4o-mini⟧", choices=["⟦gpt-4o-mini⟧", "⟦o3⟧", "⟦claude-sonnet-4-5⟧"])
parser.add_argument("--embedder", type=str, default="⟦BAAI/bge-m3⟧")
@dataclass
class Cfg: model: str = "⟦deepseek-v3.1⟧"; judge: str = "⟦gpt-4.1⟧"; vision: str = "⟦Qwen/Qwen2.5-VL-3B-Instruct⟧"
llm = init_chat_model("⟦claude-3-5-sonnet-latest⟧", model_provider="anthropic"); llm2 = init_chat_model("⟦google_genai:gemini-2.5-flash-lite⟧")
Settings.llm = Anthropic(model="⟦claude-3-7-sonnet-20250219⟧"); Settings.embed_model = HuggingFaceEmbedding("⟦nomic-ai/modernbert-embed-base⟧")
unsloth.FastLanguageModel.from_pretrained("⟦unsloth/Llama-3.2-3B-Instruct-bnb-4bit⟧")
LLM(model="⟦Qwen/Qwen3-8B-FP8⟧", max_model_len=4096); LLM("⟦NousResearch/Meta-Llama-3-8B⟧")
trainer.push_to_hub("acme/⟦mistral-7b-acme-lora⟧"); PeftModel.from_pretrained(base, "⟦tloen/alpaca-lora-7b⟧")
mlflow.openai.log_model(model="⟦gpt-4o-mini⟧", task=openai.chat.completions)
instructor.from_provider("⟦anthropic/claude-3-5-haiku-latest⟧"); outlines.models.transformers("⟦microsoft/Phi-3.5-mini-instruct⟧")
spacy_llm = {"@llm_models": "spacy.⟦GPT-4⟧.v3", "name": "⟦gpt-4-0613⟧"}
MODEL_TO_LIMIT = {"⟦gpt-4o⟧": 128000, "⟦claude-3⟧": 200000, "⟦gemini-1.5⟧": 1000000, "⟦llama3⟧": 8192, "⟦command-r⟧": 128000}
if model.startswith(("⟦gpt-5⟧", "⟦o1⟧", "⟦o3⟧")): temperature = 1
re.match(r"^⟦claude-(3|4)⟧", model)
os.environ["LLM_MODEL"] = "⟦ollama/qwen2.5:14b-instruct-q4_K_M⟧"
cohere.Client().rerank(model="⟦rerank-multilingual-v3.0⟧"); voyageai.rerank(model="⟦rerank-2.5-lite⟧")
TextEmbedding("⟦BAAI/bge-base-en⟧"); SparseTextEmbedding("⟦prithivida/Splade_PP_en_v1⟧"); LateInteraction("⟦jinaai/jina-colbert-v2⟧")
pipe = DiffusionPipeline.from_pretrained("⟦stabilityai/sdxl-turbo⟧"); SD3.from_pretrained("⟦stabilityai/stable-diffusion-3.5-medium⟧")
asr = pipeline("automatic-speech-recognition", "⟦openai/whisper-small.en⟧"); tts = TTS("⟦tts_models/multilingual/multi-dataset/xtts_v2⟧")
"""Evaluated with ⟦GPT-4o⟧, ⟦Claude Sonnet 4⟧, ⟦Llama 4 Maverick⟧ and ⟦DeepSeek-R1⟧ as judges."""
print("use ⟦o3-mini⟧ or ⟦o1⟧ for math")  
phi, psi = dihedral(a, b); phi_4 = phi ** 4; model = "ramachandran"; ax.plot(phi, psi, "o1")
gemma = Person("Gemma"); llama = Animal("llama", weight=3); nova = Star("nova")
model = RandomForestClassifier(); model_name = "falcon_heavy_thrust"; engine = create_engine("sqlite://")
class GeminiTelescope(Telescope): name = "gemini"; mirrors = 2
opts = {"-O3": True, "o1": out1, "o3": out3}; titan = nodes["titan"]; grok = Grok("%{WORD:o1}")
bloom = Bloom(7); mpt = Mpt(30); opt = Opt(66); yi = Yi(34); glm = GLM(4); e5 = E5(2); gte = GTE(3)
assert claude.name == "Claude" and bert.name == "Bert" and ernie.name == "Ernie" and elmo.name == "Elmo"
providers = {"openai": OpenAI, "anthropic": Anthropic, "gemini": Gemini, "mistral": Mistral, "deepseek": DeepSeek}
provider = "gemini"; vendor = "mistral"; LLM_PROVIDER = "deepseek"; backend: str = "claude"
from transformers import WhisperProcessor, CLIPModel, GPT2Tokenizer, T5ForConditionalGeneration, Gemma2ForCausalLM
import whisper, flux_led, orca, titan, nova, falcon, solar, sonar, granite
