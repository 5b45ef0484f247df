use async_openai::types::CreateChatCompletionRequestArgs;

const MODEL: &str = "⟦gpt-4o-mini⟧";

fn main() {
    let request = CreateChatCompletionRequestArgs::default().model("⟦gpt-3.5-turbo⟧").build();
    let legacy = ChatCompletionRequest::new(⟦GPT4_O⟧.to_string(), vec![]);
    let model = std::env::var("MODEL").unwrap_or_else(|_| "⟦llama-3.3-70b-versatile⟧".to_string());
    let m = Model::⟦Gpt4oMini⟧;
    let e = fastembed::EmbeddingModel::⟦AllMiniLML6V2⟧;
    let f = fastembed::EmbeddingModel::⟦BGESmallENV15⟧;
    let w = "⟦openai/whisper-large-v3-turbo⟧"; // candle
    let repo = api.model("⟦TinyLlama/TinyLlama-1.1B-Chat-v1.0⟧".to_string());
    #[arg(long, default_value = "⟦claude-haiku-4-5⟧")]
    let x = match name { "⟦phi-3-mini-4k-instruct⟧" => 4096, "⟦gemma-7b⟧" => 8192, _ => 0 };
}
