// Seeded faults: one change of a sign, a factor, an offset, a column or a bound in the source of mechanisms, outcomes and statistics,
// and whether the tests of the model notice. In a copy of the sources with a build of its own; goes on where it was stopped.
//
//   ./dev soak mutate [--count 200] [--seed 1] [--only PATTERN] [--folder build/mutate] [--quick] [--list]
//
// Results are lines of results.jsonl in that folder; a fault keeps its name as long as its line of source does. --quick runs the tests
// of mechanisms, outcomes and statistics alone: what lives them may not live the others.

import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const option = (name, usual) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? usual : process.argv[at + 1];
};
const count = Number(option("count", 200)), seed = Number(option("seed", 1)), only = option("only", "");
const folder = option("folder", "build/mutate"), tree = join(folder, "tree"), built = join(tree, "build/release"), results = join(folder, "results.jsonl");
const places = ["engine/mechanisms", "engine/outcomes", "engine/statistics"];
const quick = ["mechanisms", "outcomes", "statistics"];  // folders of tests that come first: most faults are theirs to catch

// ----------------------------------------------------------------------------------------- which faults there are

// Each: what to look for in code, and what stands there instead. Blanks around an operator tell it from a sign or a pointer.
const rules = [
    { kind: "sign", find: / \+ (?!=)/g, change: () => " - " },
    { kind: "sign", find: / - (?!=)/g, change: () => " + " },
    { kind: "sign", find: / \+= /g, change: () => " -= " },
    { kind: "sign", find: / -= /g, change: () => " += " },
    { kind: "factor", find: / \* (?=[\w(])/g, change: () => " * 0.0f * " },
    { kind: "quotient", find: / \/ (?=[\w(])/g, change: () => " * " },
    { kind: "bound", find: /\bmax_of\(/g, change: () => "min_of(" },
    { kind: "bound", find: /\bmin_of\(/g, change: () => "max_of(" },
    { kind: "offset", find: / < (?=[\w(])/g, change: () => " <= " },
    { kind: "offset", find: / >= (?=[\w(])/g, change: () => " > " },
    { kind: "offset", find: / <= (?=[\w(])/g, change: () => " < " },
    { kind: "offset", find: / > (?=[\w(])/g, change: () => " >= " },
    { kind: "week", find: /(week\.number|week) (==|>=|>) /g, change: (text) => text.replace(/(==|>=|>) $/, "$1 1 + ") },
    { kind: "number", find: /\b1\.0f - /g, change: () => "0.5f - " },
    { kind: "condition", find: /\bselect\(/g, change: () => "select(!" },
    { kind: "column", find: /\bread\(Column::(\w+)\)/g, change: null },
];

function files_below(place) {
    return readdirSync(place).flatMap((name) => {
        const file = join(place, name);
        return statSync(file).isDirectory() ? files_below(file) : file.endsWith(".cpp") ? [file] : [];
    });
}

// Lines that are code: no comment, no text, no record, no declaration of a template.
function is_code(line) {
    return !/^\s*(\/\/|#|\{\{|"|constexpr|static constexpr|template|using|extern|\.|R")/.test(line) && !line.includes('"');
}

// All of a file, in the order of its lines.
function faults_in(file) {
    const lines = readFileSync(file, "utf8").split("\n"), faults = [];
    const columns = [...new Set(lines.filter(is_code).flatMap((l) => [...l.matchAll(/read\(Column::(\w+)\)/g)].map((m) => m[1])))];
    let raw = false;
    lines.forEach((line, number) => {
        if (line.includes('R"')) raw = true;
        const code = !raw && is_code(line);
        if (line.includes(')"')) raw = false;
        if (!code) return;
        const end = line.includes("//") ? line.indexOf("//") : line.length;
        for (const rule of rules)
            for (const match of line.matchAll(rule.find)) {
                if (match.index >= end) continue;
                let instead = rule.change?.(match[0]);
                if (!instead) {
                    const other = columns[(columns.indexOf(match[1]) + 1) % columns.length];
                    if (other === match[1]) continue;
                    instead = `read(Column::${other})`;
                }
                const changed = line.slice(0, match.index) + instead + line.slice(match.index + match[0].length);
                faults.push({ file, kind: rule.kind, line: number, name: `${file}: ${line.trim()} -> ${changed.trim()}`, changed });
            }
    });
    return faults;
}

// As many of each file as its share; which ones, by chance.
function chosen(faults) {
    let state = BigInt(seed) * 0x9e3779b97f4a7c15n + 1n;
    const next = () => {
        state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
        return Number(state >> 33n);
    };
    for (let k = faults.length - 1; k > 0; --k) {
        const other = next() % (k + 1);
        [faults[k], faults[other]] = [faults[other], faults[k]];
    }
    return faults.slice(0, count);
}

// ----------------------------------------------------------------------------------------- one after the other

function build(target) {
    return spawnSync("ninja", ["-C", resolve(built), target], { encoding: "utf8", maxBuffer: 1 << 28 });
}

// What is the same stays as old as it is; a fault that was there when the last run was stopped does not.
function is_other(from, to) {
    if (from.includes("node_modules")) return false;
    return statSync(from).isDirectory() || !existsSync(to) || !readFileSync(from).equals(readFileSync(to));
}

function prepare() {
    mkdirSync(folder, { recursive: true });
    for (const part of ["engine", "apps", "tests", "cmake", "scenarios", "benchmarks", "CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE"])
        if (existsSync(part)) cpSync(part, join(tree, part), { recursive: true, filter: is_other });
    execFileSync("cmake", ["-S", tree, "-B", built, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DMICROPOL_WARNINGS_AS_ERRORS=ON", "-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=lld"], { stdio: "ignore" });
    const made = build("micropol_model_tests");
    if (made.status !== 0) throw new Error(`the unchanged sources do not build:\n${made.stdout.slice(-2000)}`);
    if (existsSync(results)) return;  // was tried when it began
    const before = test();
    if (before.status !== 0) throw new Error(`the unchanged sources fail:\n${before.stdout.slice(-2000)}`);
}

// Names of the suites in these folders of tests.
function suites_of(folders) {
    const sources = folders.flatMap((name) => files_below(join("tests", name)));
    return new Set(sources.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^TEST(?:_F)?\((\w+),/gm)].map((m) => m[1])));
}

// The quick suites, then, unless one failed, the others.
function test() {
    const names = [...suites_of(quick)].map((name) => `${name}.*`).join(":");
    let ran;
    for (const filter of process.argv.includes("--quick") ? [names] : [names, `-${names}`]) {
        ran = spawnSync(join(built, "tests/micropol_model_tests"), ["--gtest_fail_fast", "--gtest_brief=1", `--gtest_filter=${filter}`],
                        { encoding: "utf8", timeout: 1_800_000, maxBuffer: 1 << 28 });
        if (ran.status !== 0) break;
    }
    return ran;
}

// "caught" with the test that noticed, "lived", or "no program" where the change does not compile without a warning.
function fate_of(fault) {
    const file = join(tree, fault.file), original = readFileSync(fault.file, "utf8");
    const lines = original.split("\n");
    lines[fault.line] = fault.changed;
    try {
        writeFileSync(file, lines.join("\n"));
        if (build("micropol_model_tests").status !== 0) return { fate: "no program" };
        const ran = test();
        const by = /\[  FAILED  \] (\S+)/.exec(ran.stdout ?? "")?.[1] ?? (ran.signal ? `signal ${ran.signal}` : undefined);
        return ran.status === 0 ? { fate: "lived" } : { fate: "caught", by };
    } finally {
        writeFileSync(file, original);
    }
}

const all = places.flatMap(files_below).sort().flatMap(faults_in).filter((fault) => fault.name.includes(only));
if (process.argv.includes("--list")) {
    for (const fault of all) console.log(`${fault.kind}  ${fault.name}`);
    console.log(`${all.length} faults`);
    process.exit(0);
}
const known = new Map();
if (existsSync(results))
    for (const line of readFileSync(results, "utf8").split("\n").filter(Boolean)) known.set(JSON.parse(line).name, JSON.parse(line));
prepare();
const tally = { caught: 0, lived: 0, "no program": 0 };
for (const fault of chosen(all)) {
    let result = known.get(fault.name);
    if (!result) {
        result = { name: fault.name, kind: fault.kind, ...fate_of(fault) };
        appendFileSync(results, JSON.stringify(result) + "\n");
    }
    ++tally[result.fate];
    console.log(`${result.fate}${result.by ? ` by ${result.by}` : ""}: ${result.name}`);
}
console.log(`soak: mutate: of ${tally.caught + tally.lived} faults ${tally.caught} were caught, ${tally.lived} lived; ` +
            `${tally["no program"]} more did not compile (${all.length} are known, seed ${seed})`);
