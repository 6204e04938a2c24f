"""micropol: the micropolitics of a data-driven transformation, simulated.

    import micropol

    model = micropol.load("marketing_sales.yaml")
    run = model.run("bundle")
    run["substantive"]                  # float32, week × block × history, without a copy
    run.to_xarray(), run.to_pandas()
    model.compare(["bundle", "pressure"], by="net_value")

The numbers are those of the program ``micropol``, to the bit.
"""

from . import _library
from .model import Model, load, new
from .problems import Failure, InvalidInput, MicropolError, Place, Problem, Stopped, WrongUse
from .results import Calibration, Comparison, Decision, Explanation, Result, Run, Sweep
from .watching import Interrupt

__version__ = _library.version()
model_hash = _library.model_hash  #: of the sources that decide numbers, as `micropol --version` prints it

__all__ = ["Calibration", "Comparison", "Decision", "Explanation", "Failure", "Interrupt", "InvalidInput", "MicropolError", "Model", "Place",
           "Problem", "Result", "Run", "Stopped", "Sweep", "WrongUse", "load", "model_hash", "new"]
