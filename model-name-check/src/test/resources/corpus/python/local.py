import ollama
from langchain_ollama import ChatOllama
from sentence_transformers import CrossEncoder, SentenceTransformer
from transformers import AutoModelForCausalLM, AutoTokenizer, pipeline
from vllm import LLM

llm = ChatOllama(model="⟦llama3.2:3b⟧", temperature=0)
small = ChatOllama(model="⟦phi3⟧")
tiny = ChatOllama(model="⟦gemma2:2b⟧")
plain = ChatOllama(model="⟦mistral⟧")
bare = ChatOllama(model="⟦llama3⟧")
ollama.chat(model='⟦gemma⟧', messages=[])
ollama.pull("⟦qwen2.5-coder:7b⟧")

tokenizer = AutoTokenizer.from_pretrained("⟦meta-llama/Llama-3.1-8B-Instruct⟧")
model = AutoModelForCausalLM.from_pretrained("⟦mistralai/Mistral-7B-Instruct-v0.2⟧", torch_dtype="auto")
model2 = AutoModelForCausalLM.from_pretrained('⟦microsoft/phi-2⟧')
model3 = AutoModelForCausalLM.from_pretrained("⟦Qwen/Qwen2.5-7B-Instruct-AWQ⟧")
model4 = AutoModelForCausalLM.from_pretrained("⟦EleutherAI/pythia-1.4b⟧")
other = AutoModelForCausalLM.from_pretrained("⟦bank-research/ledger-lm⟧")
embedder = SentenceTransformer("⟦all-MiniLM-L6-v2⟧")
embedder2 = SentenceTransformer("⟦BAAI/bge-large-en-v1.5⟧")
embedder3 = SentenceTransformer("⟦intfloat/multilingual-e5-large⟧")
reranker = CrossEncoder("⟦cross-encoder/ms-marco-MiniLM-L-6-v2⟧")
classify = pipeline("sentiment-analysis", model="⟦distilbert-base-uncased-finetuned-sst-2-english⟧")
summarize = pipeline("summarization", model="⟦facebook/bart-large-cnn⟧")
engine = LLM(model="⟦tiiuae/falcon-40b-instruct⟧", tensor_parallel_size=4)
GGUF = "/models/⟦llama-2-7b-chat.Q4_K_M.gguf⟧"
GGUF2 = "models/⟦SmolLM2-1.7B-Instruct-Q8_0.gguf⟧"
MODELS = [
    "⟦deepseek-r1:70b⟧",
    "⟦deepseek-ai/DeepSeek-R1-Distill-Qwen-32B⟧",
    "⟦google/gemma-3-4b-it⟧",
    "⟦HuggingFaceTB/SmolLM2-135M-Instruct⟧",
    "⟦01-ai/Yi-34B-Chat⟧",
    "⟦ibm-granite/granite-3.1-8b-instruct⟧",
    "⟦nvidia/Llama-3.1-Nemotron-70B-Instruct-HF⟧",
    "⟦stabilityai/stablelm-2-12b-chat⟧",
    "⟦bigcode/starcoder2-15b⟧",
    "⟦codellama/CodeLlama-34b-Instruct-hf⟧",
    "⟦TheBloke/Wizard-Vicuna-13B-Uncensored-GPTQ⟧",
    "⟦mixtral-8x7b-instruct⟧",
    "⟦THUDM/chatglm3-6b⟧",
    "⟦openchat/openchat-3.5-0106⟧",
    "⟦HuggingFaceH4/zephyr-7b-beta⟧",
    "⟦upstage/SOLAR-10.7B-Instruct-v1.0⟧",
    "⟦acme/Heron-13B-Chat-GPTQ⟧",
    "⟦unsloth/Qwen3-30B-A3B-GGUF⟧",
    "⟦openai/gpt-oss-20b⟧",
    "⟦moonshotai/Kimi-K2-Instruct⟧",
    "⟦allenai/OLMo-2-1124-7B⟧",
]
NOMIC = "⟦nomic-embed-text⟧"
RERANK = "⟦BAAI/bge-reranker-v2-m3⟧"
