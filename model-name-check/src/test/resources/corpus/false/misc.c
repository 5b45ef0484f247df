#define GPT1 0x400
#define GPT2_CR (GPT2_BASE + 4)
#define GPT_HEADER 1
R_GPT3->GTCR = 0; R_GPT4->GTCNT = gpt4_clk; /* general purpose timers 3 and 4 */
int o1, o3, o4; o1 = o3 - o4; o3[2] = 1; /* gcc -O3 -O1 */
struct opt { int a; } opt; opt.x = opt - 1; /* opt-1, opt-2 */
/* GPT partition table: gpt-header, parted mklabel gpt; GUID GPT 1 */
float titan = 1.0; double falcon9 = 9.0; char orca[] = "orca-2d"; bert_t bert; grok(x);
int gte = 1, e5 = 2, t5 = 3; /* Xeon E5-2690 v4, E5-1650; T5 lamp */
whisper(5); flux = dq/dt; sora = 2; aya = 3; yi = 4; bloom_filter(7); solar_panel(10);
long bison_grammar; text_bisonx; embed_t embed; rerank(2); command_t r; imagen = 3;
O3 = 0.5 * O2; // ozone
