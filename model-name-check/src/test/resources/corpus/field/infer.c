/* default is ⟦llama-2-7b-chat.Q4_0.gguf⟧ unless -m is given */
#define DEFAULT_MODEL_PATH "models/⟦ggml-vicuna-13b-v1.5.q5_1.bin⟧"
#define MODEL "⟦tinyllama-1.1b-chat-v1.0⟧"
static const char *whisper_model = "models/⟦ggml-base.en.bin⟧";
#include "llama.h"
#include "whisper.h"
double phi = atan2(y, x); /* phi 3 is stored in o3 */
int o1 = 0, o2 = 0, o3 = 0;
#pragma GCC optimize("O3")
struct gpt_header { uint64_t signature; }; /* "EFI PART" */
static int gpt_5g_timer_init(void); /* gpt-5 on SoC */
/* i.MX6 has GPT1 and GPT2 timers; see GPT4 in the manual */
writel(val, base + GPT4_CR);
OpusEncoder *enc = opus_encoder_create(48000, 2, OPUS_APPLICATION_VOIP, &err);
#define BGE_CHIPID_BCM5700_A0 0x70000000
static struct bge_softc *bge0;
mptsas: mpt2sas_cm0: attached, mpt-3 status
const char *wind = "mistral";
struct nova_inode *pi; /* NOVA file system */
int e5 = 5, t5 = rf(t4);
char *falcon = "peregrine";
