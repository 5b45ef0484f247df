# -*- coding: utf-8 -*-
from openai import OpenAI, AsyncAzureOpenAI
from anthropic.types import Message
from langchain_community.chat_models import ChatOllama
import llama_index.core as li
from gpt4all import GPT4All
from transformers import BertConfig, T5Tokenizer, GPT2LMHeadModel
class AnthropicAdapter(Adapter): ...
class OpenAiChatModelFactory: ...
class GeminiClient: ...
class LlamaIndexRetriever: ...
class MistralAiEmbedder: ...
class DeepSeekProvider(Provider): name = "deepseek"
class GrokParser: ...
PROVIDERS = ["openai", "anthropic", "mistral", "cohere", "deepseek", "xai"]
headers = {"anthropic-version": "2023-06-01", "x-api-key": key}
log = logging.getLogger("openai.client")
url = "https://api.anthropic.com/v1/messages"
url2 = "https://generativelanguage.googleapis.com/v1beta"
user_agent = "anthropic-sdk-python/0.34.2 openai/1.40.0"
extras = ["langchain-openai==0.1.8", "openai-whisper==20231117", "llama-cpp-python==0.2.79"]
repo = "https://github.com/meta-llama/llama-recipes"
repo2 = "git+https://github.com/openai/whisper.git"
path = "src/llama/model_o3.py"
alias = "utility"; tier = "reasoning"
files = ["claude.md", "CLAUDE.md", "gemini.ts", "llama.rs", "gpt.css", "phi.f90"]
branch = "feature/gpt-support"
topic = "openai-events"
queue = "claude-requests"
metric = "anthropic_requests_total"
