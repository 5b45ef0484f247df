env:
  - name: OPENAI_MODEL
    value: {{ .Values.model | default "⟦gpt-4o⟧" | quote }}
  - name: EMBED_MODEL
    value: {{ default "⟦text-embedding-3-large⟧" .Values.embedding }}
{# jinja: {{ model or '⟦claude-3-5-sonnet-20240620⟧' }} #}
<%= model_name || "⟦gemini-1.5-pro-latest⟧" %>
{{#if fast}}⟦gpt-4.1-nano⟧{{else}}⟦gpt-4.1⟧{{/if}}
