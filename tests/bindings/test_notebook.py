"""The worked notebook runs from top to bottom, in a kernel of Jupyter, with progress and the report's page among its outputs."""

import os
from pathlib import Path

import pytest

nbclient = pytest.importorskip("nbclient", reason="needs python3-nbclient")
nbformat = pytest.importorskip("nbformat")
pytest.importorskip("ipykernel", reason="needs python3-ipykernel")
pytest.importorskip("xarray", reason="needs python3-xarray")
pytest.importorskip("pandas", reason="needs python3-pandas")

NOTEBOOK = Path(os.environ["MICROPOL_NOTEBOOK"])


def test_the_notebook_runs(tmp_path, monkeypatch):
    monkeypatch.setenv("MICROPOL_SCENARIO", str(Path(os.environ["MICROPOL_SCENARIOS"]) / "marketing_sales.yaml"))
    monkeypatch.setenv("MICROPOL_HISTORIES", "64")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells)  # kept without outputs
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    html = [output.data["text/html"] for cell in notebook.cells for output in cell.get("outputs", []) if "data" in output and "text/html" in output.data]
    assert any(text.startswith("<iframe srcdoc=") for text in html)
    text = "".join(output.get("text", "") for cell in notebook.cells for output in cell.get("outputs", []))
    assert "bundle" in text and "pressure" in text
