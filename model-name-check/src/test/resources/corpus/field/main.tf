resource "azurerm_cognitive_deployment" "chat" {
  name = "chat"
  model {
    format  = "OpenAI"
    name    = "⟦gpt-4o⟧"
    version = "2024-05-13"
  }
}
variable "model_id" { default = "⟦anthropic.claude-3-5-sonnet-20240620-v1:0⟧" }
resource "aws_bedrockagent_agent" "a" { foundation_model = "⟦amazon.nova-premier-v1:0⟧" }
locals {
  arn = "arn:aws:bedrock:us-east-1::foundation-model/⟦mistral.mistral-7b-instruct-v0:2⟧"
  arn2 = "arn:aws:bedrock:*::foundation-model/⟦stability.stable-diffusion-xl-v1⟧"
  endpoint = "projects/p/locations/us-central1/publishers/google/models/⟦textembedding-gecko@003⟧"
  jump = "⟦meta-textgeneration-llama-2-7b-f⟧"
}
resource "openstack_compute_instance_v2" "nova" { flavor_name = "nova-3" }
resource "aws_instance" "titan" { tags = { Name = "titan" } }
resource "aws_s3_bucket" "gemini" { bucket = "gemini-assets-3" }
variable "falcon_cid" { default = "" }
module "mistral" { source = "./modules/mistral" }
