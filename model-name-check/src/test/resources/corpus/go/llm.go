package llm

import (
	openai "github.com/sashabaranov/go-openai"
	"github.com/anthropics/anthropic-sdk-go"
)

const defaultModel = "⟦gpt-4o-mini⟧"

var models = map[string]string{
	"fast": openai.⟦GPT4oMini⟧,
	"slow": openai.⟦GPT4TurboPreview⟧,
	"old":  openai.⟦GPT3Dot5Turbo⟧,
	"o":    openai.⟦O1Mini⟧,
	"emb":  string(openai.⟦AdaEmbeddingV2⟧),
	"emb3": string(openai.⟦SmallEmbedding3⟧),
}

func ask() {
	params := openai.ChatCompletionNewParams{Model: openai.ChatModel⟦GPT4o⟧}
	params2 := anthropic.MessageNewParams{Model: anthropic.Model⟦Claude3_5SonnetLatest⟧}
	params3 := anthropic.MessageNewParams{Model: anthropic.Model⟦ClaudeSonnet4_20250514⟧, MaxTokens: 1024}
	req := ollama.GenerateRequest{Model: "⟦llama3.2⟧", Prompt: "hi"}
	gem := client.GenerativeModel("⟦gemini-1.5-flash⟧")
	// falls back to ⟦claude-3-haiku-20240307⟧ when the budget is used up
	flag.StringVar(&model, "model", "⟦gpt-4-turbo⟧", "the model to use")
	cfg.Model = getenv("MODEL_ID", "⟦anthropic.claude-v2:1⟧")
	_ = aws.String("⟦meta.llama3-1-70b-instruct-v1:0⟧")
	_ = aws.String("⟦mistral.mistral-large-2402-v1:0⟧")
	_ = aws.String("⟦cohere.command-r-plus-v1:0⟧")
	_ = aws.String("⟦amazon.titan-text-express-v1⟧")
	_ = aws.String("⟦eu.anthropic.claude-3-5-sonnet-20240620-v1:0⟧")
	switch m {
	case "⟦gpt-4o⟧", "⟦o3⟧":
	}
}
