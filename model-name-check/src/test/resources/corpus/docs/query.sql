-- rows written while ⟦gpt-4-32k⟧ answered
INSERT INTO model_config (alias, model) VALUES ('chat', '⟦gpt-4o-mini⟧'), ('embed', '⟦text-embedding-3-small⟧');
SELECT SNOWFLAKE.CORTEX.COMPLETE('⟦snowflake-arctic⟧', prompt), SNOWFLAKE.CORTEX.COMPLETE('⟦llama3.1-70b⟧', prompt) FROM t;
SELECT ai_query('⟦databricks-meta-llama-3-1-70b-instruct⟧', text) FROM t;
CREATE MODEL m REMOTE WITH CONNECTION c OPTIONS (endpoint = '⟦gemini-1.5-flash-002⟧');
