# The package for R, from outside: Rscript test_micropol.R PROGRAM SCENARIO
arguments <- commandArgs(trailingOnly = TRUE)
program <- arguments[1]
scenario <- arguments[2]
library(micropol)

printed <- function(...) paste0(paste(system2(program, shQuote(c(...)), stdout = TRUE), collapse = "\n"), "\n")
fails <- function(call, class) tryCatch({ call; FALSE }, condition = function(condition) inherits(condition, class))

model <- micropol_load(scenario, runs = 48, weeks = 20)
facts <- micropol_facts(model)
stopifnot(facts$headcount == 240, facts$weeks == 20, "bundle" %in% facts$strategies$name)

# The program's numbers.
run <- micropol_run(model, "bundle")
json <- printed("run", scenario, "--strategy", "bundle", "--runs", "48", "--weeks", "20", "--format", "json", "--quiet")
stopifnot(identical(micropol_write(run, "json"), json))
options(micropol.threads = 1)
adoption <- run[["substantive"]]
stopifnot(identical(dim(adoption), c(20L, 3L, 16L)), identical(names(dimnames(adoption)), c("week", "block", "history")),
          identical(adoption, micropol_run(model, "bundle")[["substantive"]]))
told <- jsonlite::fromJSON(json)
mean_told <- told$outcomes$at_horizon$mean[told$outcomes$key == "substantive"]
stopifnot(abs(mean(adoption[20, , ]) - mean_told) < 1e-9)

# Tidy tables.
table <- as.data.frame(run, columns = c("substantive", "success"))
stopifnot(identical(names(table), c("week", "block", "history", "substantive", "success")), nrow(table) == 20 * 3 * 16)
row <- table[table$week == 7 & table$block == 2 & table$history == 5, ]
stopifnot(row$substantive == adoption[8, 3, 6])
compared <- micropol_compare(model, c("bundle", "pressure"), by = "net_value",
                             variants = list("no tactics" = list(strategy = "bundle", "mechanisms.tactics" = "off")))
means <- tapply(as.data.frame(compared, columns = "success")$success, as.data.frame(compared, columns = "success")$variant, mean)
stopifnot(identical(names(means), c("none", "bundle", "pressure", "no tactics")))
levels_told <- micropol_table(compared)
stopifnot(nrow(levels_told) > 10)
swept <- micropol_sweep(micropol_set(model, "runs.histories", 16), list("culture.rivalry" = c(0.1, 0.6)), design = "grid", levels = 3)
points <- as.data.frame(swept, columns = c("substantive", "culture.rivalry"))
stopifnot(nrow(points) == 3, isTRUE(all.equal(sort(points[["culture.rivalry"]]), c(0.1, 0.35, 0.6))))
stopifnot(grepl("history", micropol_write(micropol_explain(model, "pressure", history = "worst"))))

log_ins <- data.frame(week = 0:7, department = "Sales", active = 72, logged_in = c(0, 2, 3, 6, 8, 9, 14, 15))
learned <- micropol_calibrate(micropol_load(scenario), log_ins, factors = list("culture.rivalry" = c(0.1, 0.6), "mechanisms.adoption.pace" = NA),
                              draws = 200, particles = 200, waves = 0)
settings <- as.data.frame(learned, columns = c("culture.rivalry", "mechanisms.adoption.pace"))
stopifnot(nrow(settings) == 200, settings[["culture.rivalry"]] >= 0.1, settings[["culture.rivalry"]] <= 0.6,
          fails(micropol_calibrate(model, "/nowhere.csv"), "micropol_invalid"))

# A plot.
file <- tempfile(fileext = ".pdf")
grDevices::pdf(file)
bands <- plot(run, "substantive")
invisible(grDevices::dev.off())
stopifnot(file.size(file) > 1000, all(diff(bands[, 20]) >= 0))

# Errors have their places; nothing crashes.
wrong <- tryCatch(micropol_load("micropol: 1\nname: x\norganisaton: {}\n"), micropol_invalid = function(condition) condition)
stopifnot(any(vapply(wrong$problems, function(problem) identical(problem$place$line, 3L), NA)), grepl("did you mean 'organisation'", conditionMessage(wrong)))
stopifnot(fails(micropol_run(model, "nobody"), "micropol_invalid"), fails(micropol_compare(model, by = "substantiv"), "micropol_invalid"),
          fails(micropol_decide(run), "micropol_misuse"), fails(micropol_decide(compared), "micropol_invalid"),
          fails(micropol_run(list(handle = NULL)), "micropol_misuse"), fails(micropol_load("/nowhere.yaml"), "micropol_invalid"),
          fails(run[["nothing"]], "error"), fails(micropol_write(run, "pdf"), "micropol_misuse"))
saved <- tempfile()
saveRDS(run, saved)
stopifnot(fails(readRDS(saved)[["substantive"]], "micropol_misuse"))  # a handle does not outlive its session, and says so

# Ctrl-C.
long <- micropol_set(micropol_set(model, "runs.histories", 1000000), "runs.weeks", 500)
begun <- Sys.time()
system(paste("(sleep 1; kill -INT", Sys.getpid(), ") &"))
stopped <- tryCatch({ micropol_compare(long); FALSE }, interrupt = function(condition) TRUE)
stopifnot(stopped, as.numeric(Sys.time() - begun, units = "secs") < 60)
stopifnot(identical(micropol_run(model, "bundle")[["substantive"]], adoption))
cat("all as it should be\n")
