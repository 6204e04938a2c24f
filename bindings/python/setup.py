"""The wheel has a library of this machine's kind inside, and fits every Python 3."""

from pathlib import Path

from setuptools import Distribution, setup
from wheel.bdist_wheel import bdist_wheel


class WithLibrary(Distribution):
    def has_ext_modules(self):
        return True


class OfThisMachine(bdist_wheel):
    def get_tag(self):
        return ("py3", "none", super().get_tag()[2])


setup(version=Path("version").read_text().strip(), distclass=WithLibrary, cmdclass={"bdist_wheel": OfThisMachine})
