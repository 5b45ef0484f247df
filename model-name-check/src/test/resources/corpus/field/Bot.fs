module Bot
let model = "⟦gpt-4o-mini⟧"
let chat = { Model = "⟦claude-3-haiku-20240307⟧"; MaxTokens = 100 }
let pick = function | Fast -> "⟦gemini-1.5-flash⟧" | Deep -> "⟦o1-pro⟧"
let kernel = Kernel.CreateBuilder().AddOllamaChatCompletion("⟦llama3.1:8b⟧", uri)
let phi = (1.0 + sqrt 5.0) / 2.0
let o1, o3 = parse a, parse b
let llama = { Species = "llama"; Legs = 4 }
let haiku = "an old silent pond"
let aya = User "Aya"
