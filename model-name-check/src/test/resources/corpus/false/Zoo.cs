var llama = new Llama("Llama 2"); var list = new[] { "Llama 1", "Llama 2", "Llama 3" };
model.Llama = llama; animals["llama3"].Feed(3); Assert.Equal("llama2", tag);
public enum Star { Nova, Supernova, Kilonova } public string Model => "Nova";
var sonnet = poems.Get("sonnet-18"); var haiku = "haiku-5"; var opus = music["opus-4"]; // Opus 4 no. 1
var titan = moons["titan"]; var io = moons["io"]; var gemini = zodiac["gemini"]; var gemini3 = missions["Gemini 3"];
