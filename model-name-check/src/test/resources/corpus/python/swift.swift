let query = ChatQuery(messages: messages, model: .⟦gpt4_o⟧)
let old = CompletionsQuery(model: .⟦gpt3_5Turbo⟧, prompt: text)
let claude = Model.⟦claude3Opus⟧
let whisper = WhisperKit(model: "⟦openai_whisper-large-v3⟧")
let mlx = ModelConfiguration(id: "⟦mlx-community/Llama-3.2-3B-Instruct-4bit⟧")
