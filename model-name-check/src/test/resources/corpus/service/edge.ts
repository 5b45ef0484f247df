const MODEL = process.env.AI_MODEL || '⟦gpt-4o-mini⟧';
const model = genAI.getGenerativeModel({ model: "⟦gemini-1.5-flash⟧" });
const llm = new ChatOpenAI({ modelName: "⟦gpt-3.5-turbo-16k⟧", temperature: 0 });
const bedrock = new InvokeModelCommand({ modelId: "⟦anthropic.claude-3-5-sonnet-20241022-v2:0⟧" });
export const reasoningModels = new Set(["⟦o1⟧", "⟦o1-mini⟧", "⟦o3-mini⟧", "⟦deepseek-reasoner⟧"]);
type Id = `⟦openai/gpt-4o⟧` | `⟦anthropic/claude-3.5-haiku⟧` | `⟦meta-llama/llama-3.1-8b-instruct:free⟧`;
const ws = `wss://api.openai.com/v1/realtime?model=⟦gpt-4o-realtime-preview-2024-12-17⟧`;
if (/^⟦gpt-4⟧/.test(model)) max = 8192;
groq("⟦gemma2-9b-it⟧"); xai("⟦grok-2-1212⟧"); cohere("⟦command-r-plus⟧"); perplexity("⟦sonar-reasoning-pro⟧");
webllm.CreateMLCEngine("⟦Llama-3.1-8B-Instruct-q4f32_1-MLC⟧");
transformers.pipeline("text-generation", "⟦onnx-community/Qwen2.5-0.5B-Instruct⟧");
await fetch("https://api.cloudflare.com/client/v4/accounts/x/ai/run/⟦@cf/mistral/mistral-7b-instruct-v0.1⟧");
fal.subscribe("fal-ai/⟦flux/schnell⟧", {});
replicate.run("⟦bytedance/sdxl-lightning-4step⟧:5f24084");
const m = azure("⟦gpt-35-turbo⟧"); // Azure spells it so
const labels = { "⟦gpt-4o⟧": "Fast", "⟦claude-3-haiku-20240307⟧": "Cheap" };
const [o1, o3] = useOutputs();
const shortcuts = { "command-r": reload, "command-a": selectAll };
const gptSlot = googletag.pubads();
const novaTheme = definePreset(Nova, {});
const geminiAccount = await exchange.gemini.accounts();
import { Llama } from "./animals"; import { Falcon } from "./birds";
const claudeAvatar = "/avatars/claude.png";
export class AnthropicProvider implements Provider {}
export class OpenAIStream extends TransformStream {}
const phi = Math.PI * (3 - Math.sqrt(5));
const palm = icons["palm-tree"]; const orca = whales[2];
const v = "3.5-turbo"; const engine = "turbo-4";
const grok = (s: string) => pattern.exec(s);
const ada = users.find(u => u.name === "Ada");
const titan = "titan-forge"; const sonar = "sonar-scanner";
