// Makes src/Yipanqi.Web/Shell/Text/pinyin.txt from the data of the npm package pinyin-pro (MIT; see docs/decisions/0023).
// In an empty folder: npm install --ignore-scripts pinyin-pro@3.29.4; then, from there: node <repository>/eng/pinyin.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const source = join(process.cwd(), 'node_modules/pinyin-pro');
const target = join(dirname(fileURLToPath(import.meta.url)), '../src/Yipanqi.Web/Shell/Text/pinyin.txt');
const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));

// The package keeps its tables in modules that export patterns; the tables themselves are plain object literals.
async function table(file, name) {
  const text = await readFile(join(source, 'dist/esm/data', file), 'utf8');
  const literal = text.match(new RegExp(`const ${name} = (\\{.*?\\n\\});`, 's'))[1];
  return (await import('data:text/javascript,' + encodeURIComponent(`export default ${literal}`))).default;
}

// What the package lacks, by 现代汉语词典 (7th edition): surnames with a reading of their own, titles and words of organs, places.
const moreSurnames = {
  种: 'chóng', 秘: 'bì', 黑: 'hè', 洗: 'xiǎn', 祭: 'zhài', 乜: 'niè', 佴: 'nài', 瞿: 'qú', 逄: 'páng', 隗: 'wěi', 单于: 'chán yú', 令狐: 'líng hú', 宁: 'níng',
};
const moreWords = {
  局长: 'jú zhǎng', 处长: 'chù zhǎng', 秘书长: 'mì shū zhǎng', 乡长: 'xiāng zhǎng', 区长: 'qū zhǎng', 所长: 'suǒ zhǎng', 馆长: 'guǎn zhǎng', 台长: 'tái zhǎng', 盟长: 'méng zhǎng', 旗长: 'qí zhǎng', 道长: 'dào zhǎng',
  分行: 'fēn háng', 央行: 'yāng háng', 农行: 'nóng háng', 建行: 'jiàn háng', 工行: 'gōng háng', 中行: 'zhōng háng', 商行: 'shāng háng', 率先: 'shuài xiān', 统率: 'tǒng shuài', 重组: 'chóng zǔ', 重庆: 'chóng qìng', 便宜: 'pián yi',
  兴都: 'xīng dū', 都市: 'dū shì', 都匀: 'dū yún', 丰都: 'fēng dū', 京都: 'jīng dū', 古都: 'gǔ dū', 都督: 'dū dū', 都城: 'dū chéng', 新都: 'xīn dū', 于都: 'yú dū', 宁都: 'níng dū', 昌都: 'chāng dū', 望都: 'wàng dū', 宜都: 'yí dū', 武都: 'wǔ dū', 花都: 'huā dū',
  乐清: 'yuè qīng', 乐亭: 'lào tíng', 涡阳: 'guō yáng', 歙县: 'shè xiàn', 蔚县: 'yù xiàn', 莘县: 'shēn xiàn', 洪洞: 'hóng tóng', 大埔: 'dà bù', 铅山: 'yán shān', 六合: 'lù hé', 浚县: 'xùn xiàn', 牟平: 'mù píng', 中牟: 'zhōng mù', 渑池: 'miǎn chí', 厦大: 'xià dà',
};
const moreCharacters = { '\u{2cc56}': 'wěi' };

const marks = { '\u0304': 1, '\u0301': 2, '\u030c': 3, '\u0300': 4 };

// zhǎng → zhang3; ü is written v, as it is typed; the neutral tone is 5.
function plain(syllable) {
  let tone = 5, letters = '';
  for (const c of syllable.normalize('NFD')) {
    if (marks[c]) tone = marks[c];
    else if (c === '\u0308') letters = letters.slice(0, -1) + 'v';
    else if (c === '\u0302') continue;
    else letters += c;
  }
  return /^[a-z]+$/.test(letters) ? letters + tone : null;
}

const toneless = s => s.slice(0, -1);
const readings = new Map();
for (const [key, characters] of Object.entries(await table('dict1.mjs', 'map'))) {
  const first = plain(key.split(' ')[0]);
  if (first) for (const c of characters) readings.set(c, first);
}

for (const [c, p] of Object.entries(moreCharacters)) readings.set(c, plain(p));

const spell = text => text.split(' ').map(plain);
const known = (word, syllables) => [...word].length === syllables.length && syllables.every(Boolean);
const surnames = Object.entries({ ...await table('surname.mjs', 'Surnames'), ...moreSurnames }).map(([w, p]) => [w, spell(p)])
  .filter(([w, s]) => known(w, s) && ([...w].length > 1 || readings.get(w) !== s[0]));
const words = Object.entries({ ...await table('dict2.mjs', 'DICT2'), ...await table('dict3.mjs', 'DICT3'), ...moreWords }).map(([w, p]) => [w, spell(p)])
  .filter(([w, s]) => known(w, s) && [...w].every(c => readings.has(c)) && [...w].some((c, i) => toneless(readings.get(c)) !== toneless(s[i])));

const bySyllable = new Map();
for (const [c, s] of readings) bySyllable.set(s, [...(bySyllable.get(s) ?? []), c]);
const byCode = (a, b) => a.codePointAt(0) - b.codePointAt(0);
const ordinal = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const lines = [
  `# From pinyin-pro ${version}, Copyright (c) 2022-present zh-lx, MIT License. Made by eng/pinyin.mjs; not edited by hand.`,
  '[characters]',
  ...[...bySyllable].sort((a, b) => ordinal(a[0], b[0])).map(([s, cs]) => `${s} ${cs.sort(byCode).join('')}`),
  '[surnames]',
  ...surnames.sort((a, b) => ordinal(a[0], b[0])).map(([w, s]) => `${w} ${s.join(' ')}`),
  '[words]',
  ...words.sort((a, b) => ordinal(a[0], b[0])).map(([w, s]) => `${w} ${s.join(' ')}`),
];
await writeFile(target, lines.join('\n') + '\n');
console.log(`${readings.size} characters, ${surnames.length} surnames, ${words.length} words`);
