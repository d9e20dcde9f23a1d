// The twin of src/Entente.Core/Reading/Folding.cs; a test there holds the two equal on every line of countries.txt.
const vanishing = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\p{Cf}]/gu;
const apostrophes = /['’‘‛ʼʻʾʿ`´′]/gu;
const letters = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i', ς: 'σ' };

export function fold(text) {
  return text
    .replace(apostrophes, '')
    .normalize('NFKD')
    .replace(vanishing, '')
    .replace(/(?<![\p{L}\p{M}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{M}\p{N}]))/gu, '$1')
    .toLowerCase()
    .replace(/[ßæœøđðłþıς]/gu, c => letters[c])
    .replace(/&/gu, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}
