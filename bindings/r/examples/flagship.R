# Which way to introduce the change, and why the pressed way fails: the flagship question in R.
# Rscript flagship.R [SCENARIO [HISTORIES [FOLDER]]]
library(micropol)

arguments <- commandArgs(trailingOnly = TRUE)
scenario <- if (length(arguments) > 0) arguments[1] else "scenarios/marketing_sales.yaml"
histories <- if (length(arguments) > 1) as.integer(arguments[2]) else 256L
folder <- if (length(arguments) > 2) arguments[3] else "."

# 1. Strategies against each other, in the same organisations and under the same chance.
model <- micropol_load(scenario, runs = histories)
compared <- micropol_compare(model, c("pressure", "compensate_and_train", "bundle"), by = "net_value")
print(compared)

# 2. Because chance is shared, differences are taken history by history.
last <- as.data.frame(compared, columns = c("substantive", "net_value"))
wide <- reshape(last[c("variant", "block", "history", "net_value")], idvar = c("block", "history"), timevar = "variant", direction = "wide")
gain <- wide[["net_value.bundle"]] - wide[["net_value.pressure"]]
blocks <- tapply(gain, wide$block, mean)  # the block is the unit of observation
interval <- t.test(blocks)$conf.int
cat(sprintf("bundle minus pressure: %.0f thousand euros (95 %%: %.0f to %.0f, %d organisations)\n", mean(gain), interval[1], interval[2], length(blocks)))

# 3. How adoption spreads.
file <- file.path(folder, "adoption.pdf")
grDevices::pdf(file, width = 8, height = 4)
graphics::par(mfrow = c(1, 2))
for (strategy in c("pressure", "bundle"))
  plot(micropol_run(model, strategy), "substantive", main = strategy, ylim = c(0, 1))
invisible(grDevices::dev.off())
cat("drawn:", file, "\n")

# 4. Why: the median history under pressure.
print(micropol_explain(model, "pressure", history = "median"))
