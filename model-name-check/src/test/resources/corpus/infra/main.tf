resource "azurerm_cognitive_deployment" "chat" {
  name                 = "⟦gpt-4o⟧"
  cognitive_account_id = azurerm_cognitive_account.openai.id
  model {
    format  = "OpenAI"
    name    = "⟦gpt-4o-mini⟧"
    version = "2024-07-18"
  }
}

variable "model_id" {
  type    = string
  default = "⟦anthropic.claude-3-haiku-20240307-v1:0⟧"
}

resource "aws_bedrockagent_agent" "a" {
  foundation_model = "⟦amazon.nova-lite-v1:0⟧"
}

data "aws_bedrock_foundation_model" "embed" {
  model_id = "⟦cohere.embed-multilingual-v3⟧"
}

resource "google_vertex_ai_endpoint" "e" {
  description = "serves ⟦text-bison@002⟧ for the archive"
}
