import { writeFileSync } from 'node:fs';
import { fold } from './fold.js';
import { adjectives, furtherNames, names } from './sources.js';

const target = file => new URL(`../../src/Entente.Core/Reading/Words/${file}`, import.meta.url);
const marks = ['short', 'common', 'official', 'historical', 'informal', 'code'];

const header = `# Names of countries in many languages. Written by tools/countries/generate.js; change additions.txt there, not this file.
#
# Sources: Unicode CLDR 48.2.0 (npm cldr-localenames-full; Unicode License v3), world-countries 5.1.0 by Mohammed Le Doze
# (Open Database License 1.0; for that part's sake this file is offered under the same licence), and additions.txt.
#
# A line: key, codes, mark, languages, spelling; a tab between, the last one only where it is needed.
#   key        the name as Folding.Fold gives it, without a leading "the"; lines are sorted by its UTF-8 bytes
#   codes      ISO 3166-1 alpha-2, and XK (a user-assigned code) for Kosovo. Several codes: the wording may mean each of
#              them; the first is the likeliest, and the reading is always a doubt
#   mark       short (the English name to show, one for each country), common, official, historical, informal or code;
#              "doubt" behind it: no name of a country, but clearly meant as one; or an English adjective, or a place
#              elsewhere too (Swiss, Granada), that is a country's name in another language
#   languages  those that use the name for the first of the codes; und: one or more, not recorded which
#   spelling   of a short name; or, after "=", of a name that counts only when spelt just so or in capitals: US, not us
#
# Where sources disagree on a wording: additions.txt wins, then English, then CLDR. Else each country that some language calls
# so is listed, the one of most languages first.
`;

const furtherHeader = `# Names of countries in the other locales of CLDR, which count only where a cell holds nothing else: in running text too many of
# them are other words too. Written by tools/countries/generate.js; the lines are as in countries.txt, and have no name that stands there.
#
# Source: Unicode CLDR 48.2.0 (npm cldr-localenames-full; Unicode License v3).
`;

const isLatinOrSo = text => /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian} ]+$/u.test(text);
const withoutThe = text => text.replace(/^the (?=.)/i, '');
const letters = text => text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]/gu, '');
const stripped = text => letters(text.normalize('NFD').replace(/\p{M}/gu, ''));

function keyOf(name) {
  return withoutThe(fold(name));
}

function group(all) {
  const byKey = new Map();
  for (const entry of all) {
    const key = keyOf(entry.name);
    if (key === '') throw new Error(`no key: ${JSON.stringify(entry)}`);
    if (!byKey.has(key)) byKey.set(key, []);
    byKey.get(key).push(entry);
  }
  return byKey;
}

// Which of the countries that some source calls so are meant, the likeliest first.
function meant(key, entries) {
  const added = entries.filter(e => e.isAdded && e.code !== '-');
  if (added.length) {
    const lines = [...new Set(added.map(e => e.line))];
    const first = added.filter(e => e.line === lines[0]).sort((a, b) => a.place - b.place);
    const listed = [...new Set(first.map(e => e.code))];
    if (added.some(e => !listed.includes(e.code))) throw new Error(`additions.txt disagrees with itself on "${key}"`);
    return listed;
  }
  const english = [...new Set(entries.filter(e => e.language === 'en').map(e => e.code))];
  if (english.length > 1) throw new Error(`English is ambiguous, and additions.txt does not decide: "${key}" ${english}`);
  if (english.length === 1) return english;
  const better = entries.some(e => e.isCldr) ? entries.filter(e => e.isCldr) : entries;
  const languagesOf = code => new Set(better.filter(e => e.code === code).map(e => e.language)).size;
  return [...new Set(better.map(e => e.code))].sort((a, b) => languagesOf(b) - languagesOf(a) || (a < b ? -1 : 1));
}

// A short or abbreviated name that would else be found in common words: US, Ý, Чад.
function needsItsSpelling(key, entries) {
  if (!isLatinOrSo(key) || entries.some(e => e.mark === 'short')) return false;
  const spellings = [...new Set(entries.map(e => withoutThe(e.name)))];
  return spellings.every(s => letters(s) === letters(s).toUpperCase() && letters(s).length <= 6)
    || letters(key).length <= 3
    || letters(key).length <= 4 && spellings.every(s => stripped(s) !== letters(s));
}

function spelling(key, entries) {
  const short = entries.find(e => e.mark === 'short');
  if (short) return short.name;
  if (!needsItsSpelling(key, entries)) return '';
  return '=' + [...new Set(entries.map(e => letters(withoutThe(e.name))))].sort().join(' ');
}

function lineOf(key, entries) {
  if (entries.some(e => e.code === '-')) return null;
  const listed = meant(key, entries);
  if (listed.length > 1 && entries.some(e => e.mark === 'short')) throw new Error(`a name to show is ambiguous: "${key}"`);
  const own = entries.filter(e => e.code === listed[0]);
  const decided = own.filter(e => e.isAdded && e.mark !== 'short');
  const mark = marks.find(m => (decided.length ? decided : own).some(e => e.mark === m));
  if (!mark) throw new Error(`unknown mark: ${JSON.stringify(own)}`);
  const shown = own.some(e => e.mark === 'short') ? 'short' : mark;
  const isAdjective = adjectives.has(key) && !own.some(e => e.language === 'en' && e.mark !== 'code');
  const doubt = isAdjective || own.some(e => e.isDoubtful) ? ' doubt' : '';
  const known = own.filter(e => e.language !== 'und');
  const languages = [...new Set((known.length ? known : own).map(e => e.language))].sort((a, b) => (b === 'en') - (a === 'en') || (a < b ? -1 : 1));
  const fields = [key, listed.join(' '), shown + doubt, languages.join(' '), spelling(key, own)];
  if (process.env.REPORT && listed.length > 1) console.log(`several\t${key}\t${listed}\t${languages}`);
  return fields.join('\t').trimEnd();
}

function write(file, header, groups) {
  const lines = groups
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([key, entries]) => lineOf(key, entries))
    .filter(line => line !== null);
  writeFileSync(target(file), header + lines.join('\n') + '\n');
  console.log(`${file}: ${lines.length} names`);
}

const known = group(names());
write('countries.txt', header, [...known]);
write('countries-further.txt', furtherHeader, [...group(furtherNames())].filter(([key]) => !known.has(key)));
