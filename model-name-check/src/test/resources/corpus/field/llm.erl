-module(llm).
-define(MODEL, <<"⟦gpt-4o-mini⟧">>).
-define(DEFAULT, "⟦mistral-small-latest⟧").
chat(M) -> Body = #{<<"model">> => <<"⟦gpt-3.5-turbo⟧">>, <<"messages">> => M}, Body.
nova_start() -> nova:start(), application:get_env(nova, port).
phi(X, Y) -> math:atan2(Y, X).
llama() -> {animal, llama}.
compare(O1, O3) -> O1 =< O3.
