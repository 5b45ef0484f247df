SELECT cortex.complete('⟦claude-3-5-sonnet⟧', q), cortex.embed_text_768('⟦e5-base-v2⟧', q), cortex.embed_text_768('⟦snowflake-arctic-embed-m⟧', q);
SELECT ai_generate(endpoint => '⟦databricks-llama-4-maverick⟧'), pgml.embed('⟦intfloat/e5-small⟧', t), pgml.transform(model => '⟦meta-llama/Meta-Llama-3-8B-Instruct⟧');
INSERT INTO prices VALUES ('⟦gpt-4.1-nano⟧', 0.1), ('⟦claude-instant-1.2⟧', 0.8), ('⟦gemini-1.5-flash-8b⟧', 0.04), ('⟦mistral-small-2409⟧', 0.2);
CREATE TYPE llm AS ENUM ('⟦gpt-4⟧', '⟦gpt-3.5-turbo⟧'); COMMENT ON COLUMN c.m IS 'e.g. ⟦gpt-4o⟧';
SELECT o1.*, o3.total FROM orders o1, orders o3; SELECT phi, nova, titan FROM sky WHERE sign = 'gemini' AND kind = 'llama';
INSERT INTO cars VALUES ('Nova', 'Chevrolet'), ('Titan', 'Nissan'), ('Falcon', 'Ford'), ('Phantom 3', 'RR'); INSERT INTO staff VALUES ('Claude'), ('Gemma');
