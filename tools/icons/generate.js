// Writes the icons that pages use into one sprite. An icon is added by its Lucide name here.
import { readFileSync, writeFileSync } from 'node:fs';

const names = [
  'arrow-right', 'arrow-right-left', 'badge-check', 'ban', 'building-2', 'calendar-days', 'calendar-plus', 'chart-gantt', 'check', 'chevron-down', 'chevron-left', 'chevron-right',
  'circle-alert', 'circle-help', 'clock', 'columns-3', 'download', 'file-pen-line', 'file-text', 'files', 'globe', 'handshake', 'history',
  'house', 'info', 'keyboard', 'list-checks', 'pause', 'pencil', 'play', 'plus', 'printer', 'refresh-cw', 'search', 'settings', 'signature',
  'table', 'trash-2', 'triangle-alert', 'undo-2', 'x',
];
const drawn = (name) => {
  const svg = readFileSync(new URL(`node_modules/lucide-static/icons/${name}.svg`, import.meta.url), 'utf8');
  const shapes = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>');
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
};
const made = (file, text) => writeFileSync(new URL(`../../src/Entente.App/wwwroot/${file}`, import.meta.url), text);
made('icons.svg', `<!-- Lucide icons, https://lucide.dev; their licence: icons-licence.txt -->\n<svg xmlns="http://www.w3.org/2000/svg">\n${names.map(drawn).join('\n')}\n</svg>\n`);
made('icons-licence.txt', readFileSync(new URL('node_modules/lucide-static/LICENSE', import.meta.url), 'utf8'));
