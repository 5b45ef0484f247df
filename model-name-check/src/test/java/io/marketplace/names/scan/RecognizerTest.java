package io.marketplace.names.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.names.known.CardName;
import io.marketplace.names.known.NamesFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a name, how far it goes, and which alias stands for it. */
class RecognizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x = \"openai/gpt-4o-mini-2024-07-18\" | openai/gpt-4o-mini-2024-07-18 | utility",
        "id: us.anthropic.claude-3-5-sonnet-20241022-v2:0 | us.anthropic.claude-3-5-sonnet-20241022-v2:0 | utility",
        "ChatModel.O3_MINI | O3_MINI | reasoning",
        "f = 'llama-2-7b-chat.Q4_K_M.gguf' | llama-2-7b-chat.Q4_K_M.gguf | utility",
        "model: bge-large-en-v1.5 | bge-large-en-v1.5 | embedding",
        "model=\"rerank-v3.5\" | rerank-v3.5 | reranker",
        "model=\"codestral-latest\" | codestral-latest | code",
        "model=\"llava:13b\" | llava:13b | vision",
        "model=\"qwen3-coder\" | qwen3-coder | code",
        "# DeepSeek R1 thinks | DeepSeek R1 | reasoning",
        "m = \"acme/Heron-13B-Chat-GPTQ\" | acme/Heron-13B-Chat-GPTQ | utility",
        "COMPLETE('mistral-large2', 'hi') | mistral-large2 | utility",
        "m = \"ft:gpt-4o-mini-2024-07-18:acme:help:9abC\" | ft:gpt-4o-mini-2024-07-18:acme:help:9abC | utility",
        "tried against Claude 3.5 Haiku | Claude 3.5 Haiku | utility",
        "x = \"stepfun-ai/step3\" | stepfun-ai/step3 | utility",
        "route = \"together_ai/acme/heron-9\" | together_ai/acme/heron-9 | utility",
      })
  void namesAreFoundInWholeWithTheirAlias(String line, String name, String alias)
      throws IOException {
    List<Finding> found = Scanning.text(line).findings();

    assertThat(found).extracting(Finding::name).containsExactly(name);
    assertThat(found.getFirst().alias()).contains(alias);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client.chat(model=\"utility\")",
        "phi2 = phi-2",
        "new Car(\"Chevrolet\", \"Nova\")",
        "# GEMMA-2041: gemma crashes",
        "gcc -O3 -o1",
        "import llama_index, mistralai",
        "https://github.com/meta-llama/llama3",
        "Jean-Claude 2",
        "from transformers import AutoTokenizer, LlamaForCausalLM, Phi3Config",
        "{ model: MistralAiChatOptions.defaults() }",
        "{ \"command-r\": reload } // shortcuts of the LLM page",
        "llm_hosts: [titan-2, nova-3, gemini-1]",
        "PHI-3, NOVA-2, LLAMA-3 and GROK-3 are tickets about the LLM page",
        "write to claude.3@example.org",
      })
  void otherThingsAreNot(String line) throws IOException {
    assertThat(Scanning.text(line).findings()).isEmpty();
  }

  @Test
  void speechHasNoTierYet() throws IOException {
    assertThat(Scanning.text("model=\"whisper-1\"").findings().getFirst().alias()).isEmpty();
  }

  @Test
  void aCardInTheCatalogueBringsItsNameInEverySpelling() throws IOException {
    String text =
        "a = \"nightjar-2-large\"; b = NIGHTJAR_2_LARGE; c = 'acme/nightjar-2-large-20260101'; # Nightjar 2 Large";
    NameScanner before = Scanning.scanner();
    NameScanner after =
        new NameScanner(
            NamesFile.offline()
                .with(List.of(CardName.of("Nightjar 2 Large", "reasoning")), "a test"));

    assertThat(Scanning.text(before, text).findings()).isEmpty();
    List<Finding> found = Scanning.text(after, text).findings();
    assertThat(found).hasSize(4);
    assertThat(found).extracting(Finding::alias).containsOnly(Optional.of("reasoning"));
  }

  @Test
  void aNameOfShortWordsIsFoundToo() throws IOException {
    NameScanner scanner =
        new NameScanner(
            NamesFile.offline()
                .with(
                    List.of(
                        CardName.of("acme/zu", "utility"),
                        CardName.of("Zu 7 Q", "utility"),
                        CardName.of("模型", "utility")),
                    "a test"));

    assertThat(Scanning.text(scanner, "model = \"zu-7-q\"; MODEL=\"zu7q\"\n").findings())
        .extracting(Finding::name)
        .containsExactly("zu-7-q", "zu7q");
  }

  @Test
  void aRowsFirstColumnIsAWholeText() throws IOException {
    assertThat(Scanning.text("| reka-flash | 0.20 |\n").findings())
        .extracting(Finding::name)
        .containsExactly("reka-flash");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Acme-Chat 3 | x = ACME_CHAT_3; y = useAcmeChat3(); z = \"acme/acme-chat-3-mini\" | 3",
        "Acme-Chat 3 | acme-chat; acme-chat-30; chat-3; \"acme\" | 0",
        "Heron 5 | // heron-5 answers; new Heron5(); HERON_5 | 3",
        "Zu 7 Q | MODEL=zu-7-q | 1",
        "Zu 7 Q | x = \"acme/zu-7-q\" | 1",
        "Zu 7 Q | zu 7 Quellen; zu-7-quick; zu7qs | 0",
        "Vision 2 | float vision2 = vision_2 - 1; | 0",
        "Vision 2 | model=\"vision-2\" | 1",
        "Falcon 9X | import falcon9x; rocket('falcon-9x') | 1",
        "Sabiá-3 | model = \"sabia-3\" | 1",
      })
  void aCardsNameIsFoundInItsSpellingsAndNotInWordsLikeIt(String card, String text, int times)
      throws IOException {
    NameScanner scanner =
        new NameScanner(NamesFile.offline().with(List.of(CardName.of(card, "utility")), "a test"));

    assertThat(Scanning.text(scanner, text).findings()).hasSize(times);
  }

  @Test
  void aCardDecidesTheAliasOfItsVariants() throws IOException {
    NameScanner scanner =
        new NameScanner(
            NamesFile.offline().with(List.of(CardName.of("gpt-4o", "vision")), "a test"));

    assertThat(Scanning.text(scanner, "\"gpt-4o-2024-08-06\"").findings().getFirst().alias())
        .contains("vision");
  }

  @Test
  void aCommentExcusesWithAReason() throws IOException {
    Reading.Text read =
        Scanning.text(
            """
            x = "gpt-4o"  # check-names: ignore the price list of a vendor
            // check-names: ignore
            <!-- check-names: ignore: an invoice names what was bought -->
            """);

    assertThat(read.markers())
        .containsExactly(
            new Marker(1, false, "the price list of a vendor"),
            new Marker(2, true, ""),
            new Marker(3, true, "an invoice names what was bought"));
  }
}
