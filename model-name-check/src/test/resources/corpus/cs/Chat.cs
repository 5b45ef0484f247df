using Azure.AI.OpenAI;
using OpenAI.Chat;

public class Chat
{
    private const string Deployment = "⟦gpt-4o⟧";
    private readonly ChatClient client = new(model: "⟦gpt-4o-mini⟧", Environment.GetEnvironmentVariable("OPENAI_API_KEY"));
    private readonly EmbeddingClient embeddings = new("⟦text-embedding-3-small⟧", key);

    public string Model { get; set; } = "⟦gpt-35-turbo-16k⟧";

    void Betalgo() => service.CreateCompletion(new() { Model = Models.⟦Gpt_4o⟧ });
    void Old() => api.Chat.CreateChatCompletionAsync(new() { Model = Model.⟦GPT4_Turbo⟧ });
    void Sk(IKernelBuilder b) => b.AddAzureOpenAIChatCompletion("⟦gpt-4⟧", endpoint, key);
    void Claude() => new MessageParameters { Model = AnthropicModels.⟦Claude35Sonnet⟧, MaxTokens = 10 };
    /// <summary>Uses <c>⟦gpt-4.1⟧</c> unless told otherwise; ⟦Claude 3 Opus⟧ in the evaluation.</summary>
    void Whisper() => new AudioClient("⟦whisper-1⟧", key);
    string Pick(bool deep) => deep ? "⟦o1-pro⟧" : "⟦gpt-5-mini⟧";
    string Cohere => "⟦command-r-08-2024⟧";
}
