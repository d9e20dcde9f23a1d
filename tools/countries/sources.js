import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fold } from './fold.js';

const require = createRequire(import.meta.url);
const countries = require('world-countries');

// "Swiss": of a country, in English.
export const adjectives = new Set(countries.flatMap(c => Object.values(c.demonyms?.eng ?? {})).map(fold));

export const codes = countries.map(c => c.cca2).sort();

// The languages of CLDR that name nearly every country, without regional twins of them.
const locales = `af am ar as az az-Cyrl be bg bn bs bs-Cyrl ca ckb cs cv cy da de de-AT de-CH el en en-001 es es-419 es-MX et eu
  fa fi fil fo fr fr-CA ga gd gl gu ha he hi hr hu hy id ig is it ja jv ka kk km kn ko ky lb lo lt lv mk ml mn mr ms mt my
  nb ne nl nn or pa pl ps pt pt-PT rm ro ru sd si sk sl so sq sr sr-Latn sv sw ta te tg th tk tr tt ug uk ur uz uz-Cyrl
  vi yi yue yue-Hans zh zh-Hant zh-Hant-HK`.split(/\s+/);

// All others of CLDR that name countries: their names count only where a cell holds nothing else.
const folder = `${dirname(require.resolve('cldr-localenames-full/package.json'))}/main`;
const fileOf = locale => `${folder}/${locale}/territories.json`;
const further = readdirSync(folder).filter(locale => locale !== 'und' && !locales.includes(locale) && existsSync(fileOf(locale))).sort();

// Alpha-3 codes that are also words or common abbreviations, in capitals too.
const words = new Set(`AGO ALA AND ARE ARM ASM ATA AUT BEL BEN BES BLM BOL CAF COL ESH ETH ISL NPL REU SGS SLB SLE SMR SOM SSD STP SXM TTO TUV UGA VCT CAN CHE COD COG COK COM CUB DOM EST ESP FIN FRO GAB GEO GIB GIN GUM GUY HUN IND IOT IRL JAM
  JEY KEN LAO LCA LIE LUX MAC MAF MAR MDA MLI MUS NAM NCL NER NGA NIC NIU NOR PAN PCN PER PIN POL PRI PSE SEN SGP SPM SUR SYC TCA TON
  TUN UMI VAT VEN VIR`.split(/\s+/));

// Languages whose short names are taken too: in others a name of four letters would be found in too many words.
const main = new Set(`ar az bg bs ca cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk ko ky lt lv mk mn ms nb nl nn pl pt ro
  ru sk sl sq sr sr-Latn sv tr uk uz vi zh zh-Hant`.split(/\s+/));

function isTooShort(name, tag, isAbbreviation) {
  const letters = fold(name).replaceAll(' ', '');
  if (tag === 'en' || !/^[a-zа-я]+$/u.test(letters)) return false;
  return letters.length <= 2 && isAbbreviation || letters.length <= (further.includes(tag) ? 3 : 4) && !main.has(tag);
}

function language(tag) {
  const { language, script } = new Intl.Locale(Intl.getCanonicalLocales(tag)[0]);
  return script && script !== new Intl.Locale(language).maximize().script ? `${language}-${script}` : language;
}

function* cldr(locales) {
  for (const locale of locales) {
    const names = JSON.parse(readFileSync(fileOf(locale), 'utf8')).main[locale].localeDisplayNames.territories;
    for (const [key, name] of Object.entries(names)) {
      const code = key.slice(0, 2);
      if (codes.includes(code) && /^..(-alt-|$)/.test(key) && name !== code && !isTooShort(name, language(locale), key.endsWith('-short')))
        yield { code, mark: 'common', language: language(locale), name, isCldr: true };
    }
  }
}

function* inTurn(code, mark, english) {
  yield { code, mark, language: 'en', name: english };
  const parts = /^((?:[\p{L}' -]+ )?(?:Republic|Kingdom|State|States|Principality|Commonwealth|Union|Sultanate|Duchy)) of (?:the )?(.+)$/u.exec(english);
  if (!parts || parts[1].includes(' of ')) return;
  const [, form, place] = parts;
  for (const name of [`${form} of ${place}`, `${place}, ${form} of`, `${place}, ${form} of the`, `${place}, the ${form} of`, `${place}, the ${form} of the`])
    yield { code, mark, language: 'en', name };
  if (form.endsWith('Republic'))
    for (const rep of [form.replace(/Republic$/, 'Rep'), form.replace(/Republic$/, 'Rep').replace('Democratic', 'Dem')])
      for (const name of [`${rep} of ${place}`, `${rep} of the ${place}`, `${place}, ${rep} of`])
        yield { code, mark, language: 'en', name };
}

function* worldCountries(shortNames) {
  for (const country of countries) {
    const code = country.cca2;
    if (!words.has(country.cca3) && code !== 'XK')
      yield { code, mark: 'code', language: 'en', name: country.cca3 };
    yield { code, mark: shortNames.has(code) ? 'common' : 'short', language: 'en', name: country.name.common };
    yield* inTurn(code, 'official', country.name.official);
    for (const [tag, names] of [...Object.entries(country.name.native), ...Object.entries(country.translations)])
      for (const mark of ['official', 'common'])
        if (names[mark]?.trim()) yield { code, mark, language: language(tag), name: names[mark].trim() };
  }
}

// One line of additions.txt: codes | mark, perhaps doubt | language | name; name … A line whose codes are "*" names them before each name.
function* additions() {
  const lines = readFileSync(new URL('additions.txt', import.meta.url), 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [where, marks, tag, names] = line.split('|').map(part => part.trim());
    if (!names) throw new Error(`additions.txt, line ${index + 1}: four parts are needed`);
    for (const entry of names.split(';').map(part => part.trim())) {
      const [own, name] = where === '*' ? [entry.split(' ')[0].replaceAll('+', ' '), entry.replace(/^\S+ +/, '')] : [where, entry];
      if (where === '*' && !/^[A-Z]{2}( [A-Z]{2})*$/.test(own)) throw new Error(`additions.txt, line ${index + 1}: no code before "${entry}"`);
      for (const [place, code] of own.split(' ').entries())
        yield { code, place, mark: marks.split(' ')[0], isDoubtful: marks.endsWith(' doubt'), language: tag, name, isAdded: true, line: index + 1 };
    }
  }
}

export function names() {
  const added = [...additions()];
  const shortNames = new Set(added.filter(e => e.mark === 'short').map(e => e.code));
  return [...cldr(locales), ...worldCountries(shortNames), ...added];
}

export function furtherNames() {
  return [...cldr(further)];
}
