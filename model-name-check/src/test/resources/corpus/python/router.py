from litellm import completion

ROUTES = {
    "cheap": "⟦openai/gpt-4o-mini⟧",
    "good": "⟦anthropic/claude-3-opus-20240229⟧",
    "aws": "⟦bedrock/anthropic.claude-3-sonnet-20240229-v1:0⟧",
    "google": "⟦vertex_ai/gemini-1.5-flash⟧",
    "studio": "⟦gemini/gemini-2.5-pro⟧",
    "azure": "⟦azure/gpt-4o-deployment⟧",
    "groq": "⟦groq/llama3-70b-8192⟧",
    "local": "⟦ollama/llama3.1⟧",
    "local2": "⟦ollama/phi⟧",
    "coh": "⟦cohere/command-r⟧",
    "together": "⟦together_ai/meta-llama/Llama-3-70b-chat-hf⟧",
    "or": "⟦openrouter/mistralai/mixtral-8x22b-instruct⟧",
    "fw": "⟦fireworks_ai/accounts/fireworks/models/llama-v3p1-405b-instruct⟧",
    "xai": "⟦xai/grok-beta⟧",
    "pplx": "⟦perplexity/sonar-pro⟧",
    "ds": "⟦deepseek/deepseek-coder⟧",
    "rep": "⟦replicate/meta/llama-2-70b-chat⟧",
    "cf": "⟦@cf/meta/llama-3.1-8b-instruct⟧",
}

response = completion(model=ROUTES["cheap"], messages=[])


def is_reasoning(m):
    return m.startswith("⟦o1⟧") or m in {"⟦o3⟧", "⟦openai/o4-mini⟧"}


agent = Agent("⟦openai:gpt-4o⟧", system_prompt="Be brief.")
agent2 = Agent('⟦anthropic:claude-3-5-haiku-latest⟧')
agent3 = Agent("⟦google-gla:gemini-2.0-flash⟧")
embedding = embed("⟦voyage-3-large⟧", input_type="query")
embedding2 = embed("⟦cohere/embed-english-v3.0⟧")
ranked = co.rerank(model="⟦rerank-v3.5⟧", query=q, documents=docs)
ranked2 = co.rerank(model="⟦rerank-english-v3.0⟧", query=q, documents=docs)
jina = embed(model="⟦jina-embeddings-v3⟧")
titan = bedrock.invoke_model(modelId="⟦amazon.titan-embed-text-v2:0⟧", body=body)
nova = bedrock.converse(modelId="⟦us.amazon.nova-pro-v1:0⟧", messages=m)
jamba = bedrock.converse(modelId='⟦ai21.jamba-1-5-large-v1:0⟧', messages=m)
