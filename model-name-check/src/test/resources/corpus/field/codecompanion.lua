require("codecompanion").setup({
  adapters = { openai = { schema = { model = { default = "⟦gpt-4.1⟧" } } } },
  strategies = { chat = { adapter = "anthropic", model = "⟦claude-3-7-sonnet⟧" } },
})
require("gp").setup({ agents = { { name = "ChatGPT4o", chat = true, model = { model = "⟦gpt-4o⟧", temperature = 1.1 } } } })
vim.g.copilot_model = "⟦gpt-4o-copilot⟧"
ollama = { model = "⟦codellama:7b-code⟧" }
require("catppuccin").setup({ flavour = "mocha" })
vim.cmd.colorscheme("nova")
vim.keymap.set("n", "<D-r>", reload) -- command-r
local phi = math.atan(y, x)
local llama = spawn("llama", 3)
local o1, o3 = ...
player:whisper("titan", "hello")
