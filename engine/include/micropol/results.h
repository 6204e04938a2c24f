#pragma once
// Results: worded for people, handed to programs, kept in files.
//
// findings_of(result)                       a Document of any study's result: sentences, tables and figures, in no language yet
// write_text, write_markdown, write_html    documents for readers, in English or German; HTML is one page that needs no network
// write_json, write_csv                     every number of a result with its key
// Store                                     a file of results (SQLite): the Archive that StudyRunner::Options::begin can give;
//                                           `finish` completes it
// read_results                              the result of such a file, or of JSON that write_json made
// StoredStudy                               such a file, read: blocks, variants, tables

#include "findings/calibrated.h"
#include "findings/comparison.h"
#include "findings/explanation.h"
#include "findings/optimum.h"
#include "findings/run.h"
#include "findings/sweep.h"
#include "findings/workshop.h"
#include "report/write.h"
#include "report/write_csv.h"
#include "report/write_json.h"
#include "store/calibrated_json.h"
#include "store/read_results.h"
#include "store/store.h"
#include "store/stored_study.h"
