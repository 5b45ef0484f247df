builder.Services.AddOpenAIChatCompletion(modelId: "⟦gpt-4o-mini⟧", apiKey: key);
services.AddOllamaTextEmbeddingGeneration("⟦mxbai-embed-large⟧", uri);
new AzureOpenAIClient(uri, cred).GetEmbeddingClient("⟦text-embedding-3-small⟧");
public const string Default = "⟦claude-3-5-haiku-latest⟧"; public enum M { ⟦Gpt4o⟧, ⟦Gpt35Turbo⟧, Custom }
"AzureOpenAI": { "Deployment": "⟦gpt-4o⟧", "ApiVersion": "2024-10-21" }, "Serilog": { "Theme": "nova" }
kernel.ImportPluginFromType<TitanPlugin>(); var falcon = new FalconMissile(); var gemma = "Gemma Chan";
using OllamaSharp; using Mscc.GenerativeAI; using Anthropic.SDK; using LLamaSharp;
var model = new CarModel("Ford", "Orion"); var engine = new Engine("V8"); model.Name = "Phi";
