// What makes a person faster; every page does without it.
// Keys come from the page itself: an element says its key in aria-keyshortcuts.

const storage = 'entente-keys';
const typing = 'input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]';
const keyed = () => [...document.querySelectorAll('[aria-keyshortcuts]')].filter((e) => e.checkVisibility());
const areOn = () => localStorage.getItem(storage) !== 'off';
let before = '';

const use = (element) => {
  if (element.matches('input, select, textarea')) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
};

// A sequence such as "g h" waits a second for its second key.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest?.(typing)) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (document.querySelector('dialog[open]') || !areOn()) return;
  const pressed = before ? `${before} ${event.key}` : event.key;
  const found = keyed().find((e) => e.getAttribute('aria-keyshortcuts') === pressed);
  if (found) {
    event.preventDefault();
    before = '';
    use(found);
  } else if (keyed().some((e) => e.getAttribute('aria-keyshortcuts').startsWith(`${pressed} `))) {
    before = pressed;
    setTimeout(() => { before = ''; }, 1000);
  } else {
    before = '';
  }
});

// The keys of this page, told by what they do.
const dialog = document.getElementById('keys');
const list = (into) => into.replaceChildren(...keyed().flatMap((e) => {
  const term = document.createElement('dt');
  const what = document.createElement('dd');
  for (const key of e.getAttribute('aria-keyshortcuts').split(' ')) {
    const cap = document.createElement('kbd');
    cap.textContent = key;
    term.append(cap, ' ');
  }
  what.textContent = e.dataset.does ?? e.getAttribute('aria-label') ?? e.textContent.trim();
  return [term, what];
}));
document.querySelector('[data-opens=keys]')?.addEventListener('click', (event) => {
  if (!dialog?.showModal) return;
  event.preventDefault();
  list(dialog.querySelector('dl'));
  dialog.showModal();
});
const toggle = dialog?.querySelector('[name=keys]');
if (toggle) {
  toggle.checked = areOn();
  toggle.addEventListener('change', () => localStorage.setItem(storage, toggle.checked ? 'on' : 'off'));
}

for (const close of document.querySelectorAll('[data-close]')) {
  close.hidden = false;
  close.addEventListener('click', () => close.closest('[data-toast]').remove());
}

// What only a script can do is there only with one.
document.documentElement.classList.add('has-script');
document.addEventListener('click', (event) => { if (event.target.closest('[data-prints]')) window.print(); });

// The first thing that is wrong is where the work goes on.
document.getElementById('trouble')?.focus();

// What was typed is not left behind by accident.
for (const form of document.querySelectorAll('form[method=post]')) {
  let isTyped = form.querySelector('[aria-invalid]') !== null;
  form.addEventListener('input', () => { isTyped = true; });
  form.addEventListener('submit', () => { isTyped = false; });
  window.addEventListener('beforeunload', (event) => { if (isTyped) event.preventDefault(); });
}
