@ConfigProperty(name = "ai.model", defaultValue = "⟦gpt-4o⟧") String model;
private String modelName = "⟦phi-3⟧";
String primary = System.getenv().getOrDefault("MODEL", "⟦gemma2⟧");
AnthropicChatModel.builder().modelName(AnthropicChatModelName.⟦CLAUDE_3_5_SONNET_20240620⟧).build();
MistralAiChatModel.builder().modelName(MistralAiChatModelName.⟦OPEN_MIXTRAL_8x22B⟧);
VertexAiGeminiChatModel.builder().modelName("⟦gemini-1.5-flash-001⟧").build();
ChatModel.⟦O3_MINI⟧.toString(); ChatModel.of("⟦o1-2024-12-17⟧");
EmbeddingModel.⟦TEXT_EMBEDDING_3_SMALL⟧;
if (model.contains("⟦gpt-4⟧")) tokens = 8192; else if (name.startsWith("⟦o1⟧")) tokens = 32768;
var bedrock = BedrockChatModel.builder().modelId("⟦us.deepseek.r1-v1:0⟧").build();
switch (model) { case "⟦command-r⟧" -> 4; case "⟦grok-beta⟧" -> 5; case "⟦jamba-1.5-mini⟧" -> 6; default -> 0; }
log.info("using {}", "⟦Meta-Llama-3.1-405B-Instruct⟧");
@Pattern(regexp = "⟦gpt-4o⟧|⟦gpt-4o-mini⟧") String engine;
/** Default model is {@value #DEFAULT} (⟦claude-sonnet-4-0⟧). */
Set.of("⟦gpt-4-turbo⟧", "⟦gpt-4-turbo-2024-04-09⟧", "⟦chatgpt-4o-latest⟧");
class NovaCluster { String name = "nova"; }
Car car = new Car("Chevrolet", "Nova", 1972);
Model carModel = Model.of("Falcon");
assertEquals("Titan", planet.moon());
String model = "X5"; String trim = "Haiku";
double phi = Math.acos(z / r); double phi2 = phi * phi; double dPhi = phi1 - phi2;
Map<Character, Integer> gematria; List<Gemma> gemmas;
Optional<Order> o1 = repo.find(1), o3 = repo.find(3);
OpenAiConfig openAiConfig; AnthropicService anthropicService; GeminiGateway gateway;
import com.theokanning.openai.service.OpenAiService;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
String currency = "GPT"; String region = "command";
String mistral = "Mistral class frigate"; String whisper = "shhh";
