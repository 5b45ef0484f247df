from openai import OpenAI
import llama_index, mistralai, cohere, ollama
client = OpenAI(base_url=os.environ["OPENAI_BASE_URL"])
answer = client.chat.completions.create(model="utility", messages=[{"role": "user", "content": "Is a llama an animal?"}])
vector = client.embeddings.create(model="embedding", input="the titan Prometheus, the nova, the angle phi")
code = client.chat.completions.create(model="code", messages=[]); vision = dict(model="vision"); r = dict(model="reranker")
reasoning = ask(model="reasoning", prompt="Sonnet 18, please, then a haiku about a falcon")
tok = AutoTokenizer.from_pretrained("./local/checkpoint"); m = AutoModel.from_pretrained(path)
provider = "anthropic"; url = "https://api.openai.com/v1"; OLLAMA_HOST = "http://localhost:11434"
# ask the platform team before changing the model; gemini and claude are providers' brands
tenant_model = "tenant-model"; retail_model = "retail-7"; route = "66b"; section = "annex-7b"
