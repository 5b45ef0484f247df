const MODELS = [{ id: "⟦gpt-4o⟧", label: "⟦GPT-4o⟧" }, { id: "⟦claude-3-5-sonnet-20241022⟧", label: "⟦Claude 3.5 Sonnet⟧" }, { id: '⟦gemini-1.5-pro⟧', label: '⟦Gemini 1.5 Pro⟧' }, { id: "⟦mistral-large-2407⟧", label: "⟦Mistral Large⟧" }];
const [model, setModel] = useState("⟦gpt-3.5-turbo⟧");
const res = streamText({ model: anthropic("⟦claude-4-sonnet-20250514⟧") });
const res2 = streamText({ model: mistral("⟦pixtral-large-latest⟧") });
const res3 = streamText({ model: groq('⟦llama-3.3-70b-versatile⟧') });
const res4 = streamText({ model: bedrock('⟦us.anthropic.claude-3-7-sonnet-20250219-v1:0⟧') });
const res5 = streamText({ model: xai('⟦grok-2-vision-1212⟧') });
const res6 = streamText({ model: openai.responses('⟦o3⟧') });
const res7 = embed({ model: cohere.embedding('⟦embed-english-light-v3.0⟧') });
const res8 = generateObject({ model: registry.languageModel('⟦anthropic:claude-3-haiku-20240307⟧') });
expect(spy).toHaveBeenCalledWith(expect.objectContaining({ model: "⟦gpt-4o-mini⟧" }));
export const modelCost: Record<string, number> = { '⟦gpt-4.5-preview⟧': 75, "⟦o1-pro⟧": 150, "⟦codex-mini-latest⟧": 1.5 };
fetch(`https://api.anthropic.com/v1/messages`, { body: JSON.stringify({ model: `⟦claude-3-opus-20240229⟧` }) });
<Select defaultValue="⟦gpt-4-1106-preview⟧" /> {/* ⟦gpt-4-1106-preview⟧ is the widest */}
const whisper = await openai.audio.transcriptions.create({ model: "⟦gpt-4o-transcribe⟧" });
const webllm = "⟦Llama-3.2-1B-Instruct-q4f16_1-MLC⟧"; const tf = await pipeline('feature-extraction', '⟦mixedbread-ai/mxbai-embed-xsmall-v1⟧');
