const llama = new Animal("llama"), llama2 = new Animal("llama"), llama3 = llama.clone();
zoo.add(llama1, llama2, llama3); // three llamas: Llama 2 is the brown one
const names = ["llama", "alpaca", "vicuña", "guanaco"];
const labels = ["llama1", "llama2"];
describe("llama", () => it("spits", () => expect(llama.spit()).toBe(true)));
const llama_count = 3, LLAMAS = 7; // LLAMA-123
const koala = zoo.get("koala-3"), falcon = zoo.get("falcon-9"), dolphin = zoo.get("dolphin 7");
import { LlamaCpp } from "llama-cpp"; import "llama-index"; import tok from "llama-tokenizer-js";
