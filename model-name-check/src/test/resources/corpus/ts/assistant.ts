import OpenAI from "openai";
import Anthropic from "@anthropic-ai/sdk";
import { openai } from "@ai-sdk/openai";
import { anthropic } from "@ai-sdk/anthropic";
import { google } from "@ai-sdk/google";
import { ChatOpenAI } from "@langchain/openai";

export const DEFAULT_MODEL = process.env.MODEL ?? "⟦gpt-4o⟧";
const fallback = process.env.FALLBACK_MODEL || '⟦claude-3-5-sonnet-latest⟧';

const a = generateText({ model: openai("⟦gpt-4.1-mini⟧"), prompt });
const b = generateText({ model: anthropic('⟦claude-3-7-sonnet-20250219⟧'), prompt });
const c = generateText({ model: google(`⟦gemini-1.5-flash⟧`), prompt });
const d = new ChatOpenAI({ modelName: "⟦gpt-3.5-turbo-16k⟧", temperature: 0 });
const e = new ChatOpenAI({ model: "⟦o1⟧" });
type ModelName = "⟦gpt-4⟧" | "⟦gpt-4-32k⟧" | "⟦claude-2.1⟧" | "⟦claude-instant-1.2⟧";

export enum Models {
  Gpt4o = "⟦gpt-4o⟧",
  Claude = "⟦claude-3-opus-latest⟧",
  Gemini = "⟦gemini-pro⟧",
  Local = "⟦mistral:7b-instruct⟧",
}

// eslint-disable-next-line -- ⟦gpt-4-vision-preview⟧ needs the long form
const image = { model: "⟦gpt-4-vision-preview⟧", messages: [] };
const speech = await client.audio.speech.create({ model: "⟦tts-1⟧", voice: "nova", input });
const ws = new WebSocket("wss://api.openai.com/v1/realtime?model=⟦gpt-4o-realtime-preview-2024-12-17⟧");
const url = `https://generativelanguage.googleapis.com/v1beta/models/⟦gemini-2.0-flash⟧:generateContent?key=${key}`;
const vertex = "projects/p/locations/europe-west4/publishers/google/models/⟦gemini-1.5-pro-001⟧";
const azure = `${endpoint}/openai/deployments/⟦gpt-4o-mini⟧/chat/completions?api-version=2024-06-01`;
const html = <option value="⟦gpt-4-turbo-preview⟧">⟦GPT-4 Turbo⟧</option>;
const isO = (m: string) => /^⟦o1-mini⟧/.test(m);
const worker = await env.AI.run("⟦@cf/mistral/mistral-7b-instruct-v0.1⟧", { prompt });
const embedding = openai.embedding('⟦text-embedding-3-small⟧');
const useGpt = (s: State) => s.provider === "openai";
const t = xenova("feature-extraction", "⟦Xenova/all-MiniLM-L6-v2⟧");
