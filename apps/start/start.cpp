// Nothing: main is in libmicropol-main.so, of which the loader takes the build that fits the processor. So there is nothing here that
// could be compiled for another.
