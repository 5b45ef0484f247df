# Asks ⟦gpt-4o⟧ for a summary.
class Bot
  MODEL = ENV.fetch("LLM_MODEL", "⟦gpt-4-1106-preview⟧")
  EMBED = :"⟦text-embedding-ada-002⟧"

  def ask(text)
    client.chat(parameters: { model: "⟦gpt-3.5-turbo⟧", messages: [{ role: "user", content: text }] })
    client.messages(model: '⟦claude-3-sonnet-20240229⟧', max_tokens: 100)
    RubyLLM.chat(model: '⟦o3-mini⟧')
    completion(engine: "⟦text-davinci-003⟧", prompt: text)
    RubyLLM.chat(model: "⟦mistral-small-latest⟧").ask text
  end
end
