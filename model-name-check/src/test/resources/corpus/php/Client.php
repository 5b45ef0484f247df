<?php
// The default is ⟦gpt-4o-mini⟧.
final class Client
{
    private const MODEL = '⟦gpt-4-0613⟧';
    public const EMBEDDING = "⟦text-embedding-3-small⟧";

    public function ask(string $text, string $model = '⟦gpt-4o⟧'): string
    {
        $this->client->chat()->create(['model' => '⟦gpt-3.5-turbo-1106⟧', 'messages' => []]);
        $this->symfony->invoke(new Gpt(Gpt::⟦GPT_4O⟧), $text);
        $this->prism->using('anthropic', '⟦claude-3-5-haiku-20241022⟧');
        $this->llphant->model = OpenAIModel::⟦GPT4_OMNI⟧;
        return env('OPENAI_MODEL', '⟦o4-mini⟧');
    }
}
