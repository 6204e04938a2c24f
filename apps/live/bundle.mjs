// node bundle.mjs PACKAGES ENGINE FOLDER: live.js, frame.css, panel.css and engine.txt in FOLDER. PACKAGES has the node_modules of apps/report;
// ENGINE is the WebAssembly module, which becomes compressed text, for a page holds text alone.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const [packages, engine, folder] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const { build, transformSync } = createRequire(join(packages, 'package.json'))('esbuild');
const shared = { bundle: true, minify: true, format: 'iife', target: 'es2022', charset: 'utf8', logLevel: 'warning', nodePaths: [join(packages, 'node_modules')] };

// The worker's script is a text in the page's, which starts it from there: a page in one file has no other to load.
const worker = await build({ ...shared, entryPoints: [join(here, 'worker/worker.ts')], write: false });
const as_text = { name: 'worker', setup(building) {
  building.onResolve({ filter: /^worker-script$/ }, () => ({ path: 'worker-script', namespace: 'worker' }));
  building.onLoad({ filter: /.*/, namespace: 'worker' }, () => ({ contents: worker.outputFiles[0].text, loader: 'text' }));
} };
const notice = (name, file) => `${name}\n${readFileSync(join(packages, 'node_modules', file), 'utf8').trim()}`;
const notices = [
  'The live page of micropol (MIT licence) contains:',
  notice('Apache ECharts, Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0', 'echarts/NOTICE'),
  notice('ZRender, BSD 3-Clause', 'zrender/LICENSE'),
  'tslib, 0BSD, Microsoft Corporation',
];
const banner = `/*\n${notices.join('\n\n').replaceAll('*/', '* /')}\n*/`;
await build({ ...shared, entryPoints: [join(here, 'main.ts')], outfile: join(folder, 'live.js'), plugins: [as_text], banner: { js: banner } });
const script = readFileSync(join(folder, 'live.js'), 'utf8');
if (/<\/script|<!--/i.test(script)) throw new Error("the bundle of apps/live would end the page's script early");
for (const style of ['frame.css', 'panel.css'])
  writeFileSync(join(folder, style), transformSync(readFileSync(join(here, style), 'utf8'), { loader: 'css', minify: true, target: ['chrome100', 'firefox100', 'safari15'] }).code);
writeFileSync(join(folder, 'engine.txt'), gzipSync(readFileSync(engine), { level: 9 }).toString('base64'));
