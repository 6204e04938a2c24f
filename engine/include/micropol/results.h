#pragma once
// Results: said to people, handed to programs, kept in files.
//
// show(result, Format::text)   text, Markdown, JSON or CSV of any result; JSON and CSV hold every number with its key
// Store                        a file of results (SQLite): the Archive that StudyRunner::Options::begin can give; `finish` completes it
// StoredStudy                  such a file, read: blocks, variants, tables
// report_page                  files of results as one HTML page that needs no network

#include "report/report.h"
#include "results/show.h"
#include "results/show_comparison.h"
#include "results/show_explanation.h"
#include "results/show_optimum.h"
#include "results/show_sweep.h"
#include "store/store.h"
#include "store/stored_study.h"
