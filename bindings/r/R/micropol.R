# What fails is a condition of the class micropol_error, with `problems`: message, what, why, hint and place of each.
said <- function(value) {
  if (!inherits(value, "micropol_problems")) return(value)
  found <- jsonlite::fromJSON(unclass(value), simplifyVector = FALSE)
  if (found$kind == "stopped") stop(structure(class = c("micropol_interrupt", "interrupt", "condition"), list(message = "stopped", call = NULL)))
  text <- paste(vapply(found$problems, function(problem) problem$message, ""), collapse = "\n")
  stop(structure(class = c(paste0("micropol_", found$kind), "micropol_error", "error", "condition"),
                 list(message = text, call = NULL, problems = found$problems)))
}

# A plan without what was left open.
json <- function(plan) {
  plan <- plan[!vapply(plan, is.null, NA)]
  if (length(plan) == 0) return("{}")
  as.character(jsonlite::toJSON(plan, auto_unbox = TRUE, digits = NA, null = "null"))
}

listed <- function(values) if (is.null(values)) NULL else as.list(values)

micropol_version <- function() c(version = .Call(C_version), model = .Call(C_model_hash))

micropol_load <- function(source, set = list(), runs = NULL, weeks = NULL, seed = NULL, assumptions = NULL, allow_outside = FALSE) {
  named <- list("runs.histories" = runs, "runs.weeks" = weeks, "runs.seed" = seed, assumptions = assumptions)
  set <- c(as.list(set), named[!vapply(named, is.null, NA)])
  model <- structure(class = "micropol_model", list(source = source, set = set, allow_outside = allow_outside))
  options <- json(list(set = if (length(set) > 0) set, allow_outside = if (allow_outside) TRUE))
  model$handle <- said(if (grepl("\n", source)) .Call(C_load_text, source, "scenario", options) else .Call(C_load_file, path.expand(source), options))
  model
}

micropol_set <- function(model, path, value) {
  set <- model$set
  set[[path]] <- value
  micropol_load(model$source, set, allow_outside = model$allow_outside)
}

micropol_facts <- function(model) jsonlite::fromJSON(said(.Call(C_describe, model$handle, "facts")))

print.micropol_model <- function(x, ...) {
  facts <- micropol_facts(x)
  cat(sprintf("%s: %d employees, %d weeks, %d histories, seed %s\n", facts$title, facts$headcount, facts$weeks, facts$histories,
              format(facts$seed, scientific = FALSE)))
  invisible(x)
}

result_of <- function(handle) {
  found <- said(handle)
  structure(class = "micropol_result", list(handle = found, columns = as.data.frame(said(.Call(C_columns, found)))))
}

study <- function(model, kind, plan) {
  plan["threads"] <- list(getOption("micropol.threads"))
  result_of(.Call(C_study, model$handle, kind, json(plan), interactive()))
}

micropol_run <- function(model, strategy = NULL) study(model, "run", list(strategy = strategy))

micropol_compare <- function(model, strategies = NULL, variants = NULL, by = NULL, less_is_better = NULL, until_ci = NULL,
                             until_decided = NULL, indifference = NULL, capped = NULL, weekly = NULL) {
  others <- lapply(names(variants), function(name) {
    settings <- as.list(variants[[name]])
    strategy <- settings$strategy
    settings$strategy <- NULL
    list(name = name, strategy = if (is.null(strategy)) "" else strategy,
         set = if (length(settings) > 0) settings else structure(list(), names = character()))
  })
  study(model, "compare", list(strategies = listed(strategies), variants = if (length(others) > 0) others, by = by, less_is_better = less_is_better,
                               until_ci = until_ci, until_decided = until_decided, indifference = indifference, capped = capped,
                               weekly = weekly))
}

range_of <- function(value) {
  if (is.numeric(value) && length(value) == 2) paste0(format(value[1], digits = 15), "..", format(value[2], digits = 15)) else value
}

micropol_sweep <- function(model, factors = NULL, design = NULL, points = NULL, levels = NULL, by = NULL, strategy = NULL, against = NULL,
                           fails_below = NULL, fails_above = NULL, second_order = NULL, all_assumptions = NULL) {
  values <- lapply(factors, range_of)
  study(model, "sweep", list(factors = if (length(values) > 0) values, design = design, points = points, levels = levels, by = listed(by),
                             strategy = strategy, against = against, fails_below = fails_below, fails_above = fails_above,
                             second_order = second_order, all_assumptions = all_assumptions))
}

micropol_explain <- function(model, strategy = NULL, by = NULL, history = NULL, why = NULL, pivotal = NULL, ledger = NULL, at_week = NULL, then = NULL) {
  study(model, "explain", list(strategy = strategy, by = by, history = history, why = why, pivotal = pivotal, ledger = ledger,
                               at_week = at_week, then = listed(then)))
}

# evidence: files and data frames. factors: a path with NULL or NA is open as is plausible.
micropol_calibrate <- function(model, evidence, strategy = NULL, factors = NULL, assumptions = NULL, hold_out_from = NULL, hold_out_wave = NULL,
                               draws = NULL, particles = NULL, waves = NULL, draws_each = NULL) {
  tables <- if (is.data.frame(evidence)) list(evidence) else as.list(evidence)
  files <- vapply(tables, function(table) {
    if (!is.data.frame(table)) return(path.expand(table))
    file <- tempfile("evidence", fileext = ".csv")
    write.csv(table, file, row.names = FALSE, na = "")
    file
  }, "")
  on.exit(unlink(files[vapply(tables, is.data.frame, NA)]))
  values <- lapply(factors, function(value) if (is.null(value) || anyNA(value)) NA else range_of(value))
  study(model, "calibrate", list(evidence = as.list(files), strategy = strategy, factors = if (length(values) > 0) values, assumptions = assumptions,
                                 hold_out_from = hold_out_from, hold_out_wave = hold_out_wave, draws = draws, particles = particles, waves = waves,
                                 draws_each = draws_each))
}

micropol_decide <- function(comparison, by = NULL, less_is_better = NULL, good_enough = NULL, money_per = NULL) {
  result_of(.Call(C_decide, comparison_handle(comparison), json(list(by = by, less_is_better = less_is_better, good_enough = good_enough,
                                                                     money_per = money_per))))
}
comparison_handle <- function(result) unclass(result)$handle

micropol_write <- function(result, format = "text", language = "en") said(.Call(C_write, unclass(result)$handle, format, language))

micropol_table <- function(result) read.csv(text = micropol_write(result, "csv"), check.names = FALSE)

names.micropol_result <- function(x) unclass(x)$columns$name

`[[.micropol_result` <- function(x, name) {
  number <- match(name, names(x))
  if (is.na(number)) stop(sprintf("the result has no column '%s'", name))
  said(.Call(C_column_at, unclass(x)$handle, number))
}

print.micropol_result <- function(x, ...) {
  cat(micropol_write(x))
  invisible(x)
}

# A row for each observation. Weeks, blocks and histories count from 0, as in files of results.
as.data.frame.micropol_result <- function(x, row.names = NULL, optional = FALSE, columns = NULL, ...) {
  about <- unclass(x)$columns
  if (is.null(columns)) columns <- about$name[about$kind %in% c("outcome", "factor", "posterior")]
  arrays <- lapply(stats::setNames(columns, columns), function(name) x[[name]])
  widest <- arrays[[which.max(vapply(arrays, function(array) length(dim(array)), 1))]]
  axes <- lapply(seq_along(dim(widest)), function(k) {
    along <- dimnames(widest)[[k]]
    if (is.null(along)) seq_len(dim(widest)[k]) - 1L else factor(along, levels = along)
  })
  names(axes) <- names(dimnames(widest))
  table <- expand.grid(axes, KEEP.OUT.ATTRS = FALSE)
  for (name in columns) {
    own <- names(dimnames(arrays[[name]]))
    where <- do.call(cbind, lapply(own, function(dimension) match(table[[dimension]], axes[[dimension]])))
    table[[name]] <- as.vector(if (identical(own, names(axes))) arrays[[name]] else arrays[[name]][where])
  }
  table
}

# Of a run: an outcome week by week, median and the middle 50 and 90 % of histories.
plot.micropol_result <- function(x, outcome = "substantive", ylab = NULL, xlab = "week", col = "#1b6ca8", ...) {
  values <- x[[outcome]]
  if (!identical(names(dimnames(values)), c("week", "block", "history"))) stop("only a run is drawn week by week")
  about <- unclass(x)$columns
  weeks <- seq_len(dim(values)[1])
  bands <- apply(values, 1, quantile, c(0.05, 0.25, 0.5, 0.75, 0.95), names = FALSE)
  plot(range(weeks), range(bands), type = "n", xlab = xlab, ylab = if (is.null(ylab)) about$label[about$name == outcome] else ylab, ...)
  for (k in 1:2) polygon(c(weeks, rev(weeks)), c(bands[k, ], rev(bands[6 - k, ])), border = NA, col = adjustcolor(col, 0.25))
  lines(weeks, bands[3, ], col = col, lwd = 2)
  invisible(bands)
}
