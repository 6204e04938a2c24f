// Answers to tests/live/workshop.yaml, and files that are none. In what is planted, Anna and Ben choose differently because of two
// answers; they differ in three more, on which nothing hangs. Cem has touched one.

const bin = (k) => Array.from({ length: 10 }, (_, j) => (j === k ? 20 : 0));
export const decisive = ['levers.champions.effect', 'levers.pilot_project.effect'];
const idle = ['mechanisms.performance.usual_vacancy', 'mechanisms.climate.rivalry_pace', 'mechanisms.turnover.resolve'];
const chips = (ones, others) => Object.fromEntries([...decisive.map((path, k) => [path, bin(ones[k])]), ...idle.map((path, k) => [path, bin(others[k])])]);

export const said = [
  { participant: 'Anna', round: 1, assumptions: chips([9, 0], [1, 8, 2]), levers: { champions: 3, training: 1 } },
  { participant: 'Ben', round: 1, assumptions: chips([0, 9], [8, 1, 7]), levers: { pilot_project: 2 } },
  { participant: 'Cem', round: 1, assumptions: { [decisive[0]]: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2] }, levers: {} },
];
export const text_of = (data, answers, changes = {}) =>
  JSON.stringify({ micropol_answers: data.workshop.version, ...answers, scenario: { title: data.title, fingerprint: data.workshop.fingerprint }, ...changes }, null, 2);

// 200 files: [name, content, what the reason has to say]. Names and contents would do something where they were taken for anything but text.
export function hostile_files(data) {
  const markup = ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', "';alert(1)//", '<svg onload=alert(1)>', '${alert(1)}', '{{constructor.constructor("alert(1)")()}}', 'javascript:alert(1)', '\u202egnp.exe', 'a\u200bb', '__proto__', '%3Cscript%3E', '=cmd|calc', '../../etc/passwd', 'x'.repeat(300), '👩‍👩‍👧', '\u0000nul'];
  const [anna] = said, path = decisive[0];
  const contents = [
    ['', 'no file'], ['{', 'no file'], ['[]', ''], ['null', ''], ['7', ''], ['"text"', ''], ['[['.repeat(9_000), 'no file'], ['['.repeat(9_000) + ']'.repeat(9_000), 'no file'], ['{"a":'.repeat(6_000) + '1' + '}'.repeat(6_000), 'no file'],
    ['x'.repeat(70_000), 'larger'], ['\u0000\u0001', 'no file'], ['micropol_answers: 1\nparticipant: Anna\n', 'no file'], ['&a [*a, *a]', 'no file'], ['{"micropol_answers": 1e999}', ''], ['{"micropol_answers": 1, "participant": "\\ud800"}', ''],
    [text_of(data, anna, { micropol_answers: 0 }), 'version'], [text_of(data, anna, { micropol_answers: 2 }), 'version'], [text_of(data, anna, { micropol_answers: '1; drop' }), 'version'],
    [text_of(data, anna, { scenario: { title: markup[0], fingerprint: '0123456789abcdef' } }), 'another scenario'], [text_of(data, anna, { scenario: null }), ''], [text_of(data, anna, { scenario: { fingerprint: data.workshop.fingerprint, [markup[1]]: 1 } }), 'unknown key'],
    ...markup.flatMap((one) => [[text_of(data, anna, { [one]: one }), ''], [text_of(data, anna, { assumptions: { [one]: [1] } }), ''], [text_of(data, anna, { levers: { [one]: 3 } }), '']]),
    ...[-1, 1.5, 21, 1e9, '2 chips', null, [], {}, markup[0]].map((one) => [text_of(data, anna, { assumptions: { [path]: [one, ...Array(9).fill(1)] } }), '']),
    ...[[], [1], Array(9).fill(1), Array(11).fill(1), Array(10).fill(0), Array(10).fill(3), 'all', 7, { a: 1 }].map((one) => [text_of(data, anna, { assumptions: { [path]: one } }), '']),
    ...[-1, 4, 1.5, '3 dots', [], {}].map((one) => [text_of(data, anna, { levers: { training: one } }), '']),
    ...['', '   ', 'x'.repeat(61), 'a\u0007b', 'a\u202eb', 'a\u200bb', 7, [], {}].filter((one) => one !== 7).map((one) => [text_of(data, anna, { participant: one }), '']),
    ...[0, 3, -1, 'first', [], 1.5].map((one) => [text_of(data, anna, { round: one }), '']),
  ];
  return Array.from({ length: 200 }, (_, k) => {
    const [content, why] = contents[k % contents.length];
    return { name: `${markup[(k * 7) % markup.length].replaceAll('/', '∕').replaceAll('\u0000', '')}${Math.floor(k / markup.length)}.yaml`, content, why };
  });
}

// Numbers that differ by more than the last digits, as paths.
export function differences(one, other, at = '') {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one)) ? [] : [`${at}: ${one}, ${other}`];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other ? [] : [`${at}: ${one}, ${other}`];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => differences(one[key], other[key], `${at}.${key}`));
}
