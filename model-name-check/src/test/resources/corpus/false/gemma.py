"""GEMMA: parser for the Gemma bug reports of the genomics group (gemma 0.98.5)."""
# gemma crashes on empty input, see GEMMA-2041 and gemma-1234
gemma = load_report("gemma")
gemma2 = load_report("second")
GEMMA_VERSION = "0.98.3"
if gemma.status == "open":
    print(f"gemma report {gemma.id}: {gemma.title}")
author = "Gemma Jones"
users = [{"name": "Gemma", "age": 3}, {"name": "gemma-2"}]
run(["gemma", "-bfile", path, "-lmm", "4"])
gemma_7 = gemma.column(7)
mail = "gemma.smith@example.com"
class Gemma:
    """A polymer strand, as in biology: gemma cups of liverworts, 4 mm wide."""
