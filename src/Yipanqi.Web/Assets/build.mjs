// Bundles styles, scripts and the icon sprite into wwwroot/dist. Run by the project file; by hand: npm run build.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const assets = dirname(fileURLToPath(import.meta.url));
const dist = join(assets, '../wwwroot/dist');

async function sprite() {
  const names = JSON.parse(await readFile(join(assets, 'icons.json'), 'utf8'));
  const all = await readFile(join(assets, '../node_modules/@tabler/icons-sprite/dist/tabler-sprite-nostroke.svg'), 'utf8');
  const drawn = new Map([...all.matchAll(/<symbol id="tabler-([^"]+)"[^>]*>(.*?)<\/symbol>/gs)].map(m => [m[1], m[2]]));
  const missing = names.filter(n => !drawn.has(n));
  if (missing.length) throw new Error(`icons.json names icons that do not exist: ${missing.join(', ')}`);
  const frame = '<path stroke="none" d="M0 0h24v24H0z" fill="none" />';
  const symbols = names.map(n => `<symbol id="i-${n}" viewBox="0 0 24 24">${drawn.get(n).replace(frame, '').trim()}</symbol>`);
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await writeFile(join(dist, 'icons.svg'), await sprite());
await build({
  entryPoints: [join(assets, 'app.css'), join(assets, 'app.js'), join(assets, 'charts.js')],
  outdir: dist,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome86', 'firefox78'], // the kernels of domestic browsers still in use
  legalComments: 'linked',
  charset: 'utf8',
  logLevel: 'warning',
});
