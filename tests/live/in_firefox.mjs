// A page opened in Firefox from a file. fault(what) is told of everything that it asks a network for, and of what goes wrong in it.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export async function opened(firefox, packages, file, fault) {
  const { default: puppeteer } = await import(pathToFileURL(createRequire(join(packages, 'package.json')).resolve('puppeteer-core')).href);
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox, headless: true });
  const page = await browser.newPage();
  page.on('request', (request) => { if (!/^(file|blob|data):/.test(request.url())) fault(`asks for ${request.url()}`); });
  page.on('pageerror', (error) => fault(String(error)));
  page.on('console', (message) => { if (['error', 'warn'].includes(message.type())) fault(message.text()); });
  await page.goto(pathToFileURL(file).href);
  return { browser, page };
}
