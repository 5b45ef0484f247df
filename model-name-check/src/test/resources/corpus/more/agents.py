from crewai import Agent, LLM
from pydantic_ai import Agent as PA
from llama_index.llms.openai import OpenAI
from llama_index.llms.anthropic import Anthropic
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from dspy import LM
import google.generativeai as genai
import cohere, boto3, json, replicate

llm = LLM(model="⟦gemini/gemini-1.5-pro-latest⟧", temperature=0.7)
planner = OpenAI(model="⟦gpt-4-0125-preview⟧")
writer = Anthropic(model="⟦claude-3-opus⟧")
lm = LM("⟦openai/gpt-4o-mini⟧")
Settings.embed_model = HuggingFaceEmbedding(model_name="⟦BAAI/bge-small-en-v1.5⟧")
g = genai.GenerativeModel("⟦gemini-pro⟧")
g2 = genai.GenerativeModel(model_name='⟦models/gemini-1.5-flash-8b⟧'[7:])
co = cohere.Client().chat(model="⟦command⟧", message="hi")
co2 = cohere.Client().chat(model="⟦command-light⟧", message="hi")
emb = co.embed(texts=t, model="⟦embed-multilingual-v3.0⟧", input_type="search_query")
body = json.dumps({"modelId": "⟦anthropic.claude-3-5-haiku-20241022-v1:0⟧"})
out = replicate.run("⟦meta/meta-llama-3-70b-instruct⟧", input={"prompt": p})
sd = replicate.run("⟦stability-ai/sdxl⟧:39ed52f2a78e934b3ba6e2a89f5b1c712de7dfea535525255b1aa35c5565e08b", input={})
chat = ChatBedrock(model_id="⟦mistral.mixtral-8x7b-instruct-v0:1⟧")
chat = ChatBedrock(model_id="⟦meta.llama3-2-90b-instruct-v1:0⟧")
chat = ChatBedrock(model_id="⟦amazon.nova-micro-v1:0⟧", region_name="us-east-1")
chat = ChatGroq(model_name="⟦llama3-8b-8192⟧")
chat = ChatGroq(model_name="⟦gemma2-9b-it⟧")
chat = ChatGroq(model="⟦deepseek-r1-distill-llama-70b⟧")
chat = ChatMistralAI(model="⟦open-mistral-7b⟧")
chat = ChatMistralAI(model="⟦mistral-tiny⟧")
chat = ChatXAI(model="⟦grok-3-mini⟧")
chat = ChatPerplexity(model="⟦llama-3.1-sonar-small-128k-online⟧")
chat = ChatVertexAI(model="⟦claude-3-5-sonnet@20240620⟧")
chat = AzureChatOpenAI(azure_deployment="⟦gpt-4o-mini⟧", api_version="2024-08-01-preview")
chat = ChatDeepSeek(model="⟦deepseek-v3⟧")
chat = ChatTongyi(model="⟦qwen-max⟧")
chat = ChatZhipuAI(model="⟦glm-4-flash⟧")
chat = MoonshotChat(model="⟦moonshot-v1-32k⟧")
enc = tiktoken.encoding_for_model("⟦gpt-3.5-turbo-instruct⟧")
if model_name.startswith("⟦gpt-4⟧") or "⟦gpt-3.5⟧" in model_name:
    limit = 8192
CONTEXT = {"⟦gpt-4-32k-0613⟧": 32768, "⟦claude-2.0⟧": 100000, "⟦claude-instant-1⟧": 100000, "⟦text-davinci-002⟧": 4097}
def test_uses_haiku(): assert cfg.model == "⟦claude-3-haiku-20240307⟧"
# Tried ⟦gpt-4o⟧, ⟦o1-mini⟧ and ⟦Claude 3.7 Sonnet⟧; the latter was best.
# NOTE: ⟦GPT-5⟧ will need a different tokenizer
# FIXME(anna): hard-coded ⟦gpt4⟧ here, should use the alias
parser.add_argument("--model", default="⟦facebook/opt-1.3b⟧")
parser.add_argument("--judge", default="⟦gpt-4-turbo-2024-04-09⟧", help="e.g. ⟦gpt-4o⟧")
MODEL_MAP = dict(small="⟦flan-t5-small⟧", base="⟦google/flan-t5-base⟧", large="⟦t5-large⟧")
nlp = pipeline("fill-mask", model="⟦roberta-base⟧")
nlp = pipeline("ner", model="⟦dslim/bert-base-NER⟧")
nlp = pipeline("zero-shot-classification", model="⟦MoritzLaurer/DeBERTa-v3-base-mnli-fever-anli⟧")
zero = SentenceTransformer('⟦paraphrase-multilingual-MiniLM-L12-v2⟧')
zero = SentenceTransformer('⟦nomic-ai/nomic-embed-text-v1.5⟧', trust_remote_code=True)
ft = client.fine_tuning.jobs.create(training_file=f, model="⟦gpt-4o-mini-2024-07-18⟧")
tuned = "⟦ft:gpt-3.5-turbo-0613:acme::8abcXYZ⟧"
