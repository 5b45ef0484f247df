#!/bin/sh
# starts ⟦gpt-4o⟧ unless MODEL is set
MODEL="${MODEL:-⟦gpt-4o-mini⟧}"
export ANTHROPIC_MODEL='⟦claude-sonnet-4-20250514⟧'
ollama run ⟦gemma3⟧ "hello"
ollama run ⟦llama2-uncensored⟧
curl https://api.openai.com/v1/chat/completions -d '{"model": "⟦gpt-4-turbo⟧", "messages": []}'
curl $URL -d "{\"model\": \"⟦claude-2⟧\", \"max_tokens\": 5}"
llm -m ⟦gpt-4o⟧ 'summarize'
python serve.py --model ⟦phi3⟧ --port 8000
vllm serve ⟦mistralai/Mixtral-8x7B-Instruct-v0.1⟧
./main -m models/⟦codellama-13b.Q5_K_S.gguf⟧ -p "def"
aws bedrock-runtime invoke-model --model-id ⟦anthropic.claude-instant-v1⟧ out.json
