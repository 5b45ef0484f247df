"""Answers questions about invoices. Runs on ⟦gpt-4o-mini⟧ in production."""
import os

from anthropic import Anthropic
from openai import OpenAI

DEFAULT_MODEL = os.getenv("CHAT_MODEL", "⟦gpt-4o⟧")
FALLBACK = "⟦claude-3-5-sonnet-20241022⟧"
CHEAP = '⟦gpt-3.5-turbo-0125⟧'
REASONER = "⟦o3-mini⟧"
DEEP = "⟦o1⟧" if os.getenv("OPENAI_DEEP") else "⟦o1-preview⟧"

client = OpenAI()


def ask(question: str, model: str = "⟦o3⟧", temperature: float = 0.2) -> str:
    # ⟦gpt-4-turbo⟧ was too slow here, see the incident of March
    answer = client.chat.completions.create(
        model="⟦gpt-4.1-nano⟧",
        messages=[{"role": "user", "content": question}],
        max_tokens=100,
    )
    return answer.choices[0].message.content


def tokens(text: str) -> int:
    import tiktoken

    return len(tiktoken.encoding_for_model("⟦gpt-4⟧").encode(text))


PRICES = {
    "⟦gpt-4o-2024-08-06⟧": (2.5, 10.0),
    "⟦gpt-4o-mini-2024-07-18⟧": (0.15, 0.6),
    "⟦o1-2024-12-17⟧": (15, 60),
    "⟦claude-3-haiku-20240307⟧": (0.25, 1.25),
    "⟦claude-opus-4-1-20250805⟧": (15, 75),
    "⟦gemini-1.5-pro-002⟧": (1.25, 5),
    "⟦gemini-2.0-flash-001⟧": (0.1, 0.4),
    "⟦mistral-large-latest⟧": (2, 6),
    "⟦deepseek-chat⟧": (0.27, 1.1),
    "⟦deepseek-reasoner⟧": (0.55, 2.19),
    "⟦command-r-plus⟧": (2.5, 10),
    "⟦grok-2-1212⟧": (2, 10),
}


def vector(text):
    return client.embeddings.create(model="⟦text-embedding-3-small⟧", input=text)


def old_vector(text):
    return client.embeddings.create(engine="⟦text-embedding-ada-002⟧", input=text)


def claude(text):
    return Anthropic().messages.create(model="⟦claude-sonnet-4-5⟧", max_tokens=512, messages=[])


def transcribe(f):
    return client.audio.transcriptions.create(model="⟦whisper-1⟧", file=f)


def speak(text):
    return client.audio.speech.create(model="⟦tts-1-hd⟧", voice="nova", input=text)


def picture(prompt):
    return client.images.generate(model="⟦dall-e-3⟧", prompt=prompt)


def supports_tools(model):
    return model in ("⟦gpt-4o⟧", "⟦gpt-4-turbo⟧", "⟦o1⟧", "⟦o4-mini⟧") or model.startswith("⟦claude-3⟧")
