// report.js: the page's script with the notices of what is in it.

import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const notice = (name, file) => `${name}\n${readFileSync(`node_modules/${file}`, 'utf8').trim()}`;
const notices = [
  'The figures of a micropol report (MIT licence) contain:',
  notice('Apache ECharts, Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0', 'echarts/NOTICE'),
  notice('ZRender, BSD 3-Clause', 'zrender/LICENSE'),
  'tslib, 0BSD, Microsoft Corporation',
];

await build({
  entryPoints: ['report.ts'], outfile: 'report.js', bundle: true, minify: true, format: 'iife', target: 'es2020', charset: 'utf8',
  banner: { js: `/*\n${notices.join('\n\n').replaceAll('*/', '* /')}\n*/` }, logLevel: 'warning',
});
