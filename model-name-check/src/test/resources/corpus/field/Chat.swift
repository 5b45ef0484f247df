import OpenAI
import FirebaseVertexAI
let query = ChatQuery(messages: m, model: .⟦gpt4_o_mini⟧)
let q2 = ChatQuery(messages: m, model: .⟦gpt3_5Turbo⟧)
let vertex = VertexAI.vertexAI().generativeModel(modelName: "⟦gemini-1.5-pro⟧")
let c = MessageParameter(model: .⟦claude35Sonnet⟧, messages: m, maxTokens: 1024)
let other = MessageParameter(model: .other("⟦claude-3-5-haiku-latest⟧"), messages: m, maxTokens: 9)
let mlx = ModelConfiguration(id: "⟦mlx-community/Llama-3.2-1B-Instruct-4bit⟧")
let whisper = try await WhisperKit(WhisperKitConfig(model: "⟦openai_whisper-large-v3⟧"))
@AppStorage("model") var model = "⟦o4-mini⟧"
let phi = atan2(y, x)
let opus = AVAudioFormat(settings: [AVFormatIDKey: kAudioFormatOpus])
let claude = Contact(given: "Claude", family: "Shannon")
let llama = UIImage(named: "llama")
let shortcut = KeyboardShortcut("r", modifiers: .command) // command-R
let titan = Color("titan")
let nova = Font.custom("Proxima Nova", size: 12)
let font = "ProximaNova-Regular"
