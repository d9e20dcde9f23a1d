// What makes a person faster; every page does without it.
// Keys come from the page itself: an element says its key in aria-keyshortcuts, or one after the other in data-keys.

const storage = 'entente-keys';
const typing = 'input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]';
const keysOf = (element) => element.dataset.keys ?? element.getAttribute('aria-keyshortcuts');
// A key that a page has for itself is not that of its frame.
const keyed = () => {
  const all = [...document.querySelectorAll('[aria-keyshortcuts], [data-keys]')].filter((e) => e.closest('.menu') || e.checkVisibility());
  const own = new Set(all.filter((e) => e.closest('main')).map(keysOf));
  return all.filter((e) => e.closest('main') || !own.has(keysOf(e)));
};
const areOn = () => localStorage.getItem(storage) !== 'off';
let before = '';
let waiting;

const use = (element) => {
  if (element.matches(`${typing}, [aria-disabled]`)) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
};

// Of several keys, such as "g h", the next one is waited for.
const wait = (pressed) => {
  clearTimeout(waiting);
  before = pressed;
  waiting = setTimeout(() => { before = ''; }, 1500);
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.key === 'Shift') return;
  if (event.target.closest?.(typing)) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (document.querySelector('dialog[open]') || !areOn()) return;
  const pressed = before ? `${before} ${event.key}` : event.key;
  const found = keyed().find((e) => keysOf(e) === pressed);
  if (found) {
    event.preventDefault();
    wait('');
    use(found);
  } else {
    wait(keyed().some((e) => keysOf(e).startsWith(`${pressed} `)) ? pressed : '');
  }
});

// A link that opens a dialog is a link all the same, where there is none.
document.addEventListener('click', (event) => {
  const dialog = document.getElementById(event.target.closest('[data-opens]')?.dataset.opens);
  if (!dialog?.showModal) return;
  event.preventDefault();
  if (dialog === keys) list();
  dialog.showModal();
});

// The keys of this page, told by what they do.
const keys = document.getElementById('keys');
const list = () => keys.querySelector('dl').replaceChildren(...keyed().filter((e) => !e.matches('[aria-disabled]')).flatMap((e) => {
  const term = document.createElement('dt');
  const what = document.createElement('dd');
  for (const key of keysOf(e).split(' ')) {
    const cap = document.createElement('kbd');
    cap.textContent = key;
    term.append(cap, ' ');
  }
  what.textContent = e.dataset.does ?? e.getAttribute('aria-label') ?? e.textContent.trim();
  return [term, what];
}));
const toggle = keys?.querySelector('[name=keys]');
if (toggle) {
  toggle.checked = areOn();
  toggle.addEventListener('change', () => localStorage.setItem(storage, toggle.checked ? 'on' : 'off'));
}

// A menu is folded away again by Escape, by another one, and by leaving it.
const menus = () => document.querySelectorAll('details.menu[open]');
document.addEventListener('keydown', (event) => {
  for (const menu of event.key === 'Escape' ? menus() : []) {
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
  }
});
for (const left of ['click', 'focusin'])
  document.addEventListener(left, (event) => { for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false; });

for (const close of document.querySelectorAll('[data-close]')) {
  close.hidden = false;
  close.addEventListener('click', () => close.closest('[data-toast]').remove());
}

// What only a script can do is there only with one.
document.documentElement.classList.add('has-script');
document.addEventListener('click', (event) => { if (event.target.closest('[data-prints]')) window.print(); });

// What was typed is not left behind by accident.
for (const form of document.querySelectorAll('form[method=post]')) {
  let isTyped = form.hasAttribute('data-typed') && form.querySelector('input:not([type=hidden]), select, textarea') !== null;
  form.addEventListener('input', () => { isTyped = true; });
  form.addEventListener('submit', () => { isTyped = false; });
  window.addEventListener('beforeunload', (event) => { if (isTyped) event.preventDefault(); });
}

// What takes its time says so, and is not asked for twice.
document.addEventListener('submit', (event) => {
  const button = event.target.querySelector('[data-busy]');
  if (!button || event.defaultPrevented) return;
  button.disabled = true;
  button.nextElementSibling.textContent = button.dataset.busy;
});
// How much of a large file is sent is shown. What is refused is sent once more by the browser itself, which then shows why.
const large = 4 << 20;
document.addEventListener('submit', (event) => {
  const form = event.target;
  const bar = form.querySelector('[data-sends]');
  if (!(form.elements[bar?.dataset.sends]?.files[0]?.size > large) || event.defaultPrevented) return;
  event.preventDefault();
  const sending = new XMLHttpRequest();
  sending.upload.addEventListener('progress', ({ loaded, total }) => Object.assign(bar, { hidden: false, max: total, value: loaded }));
  sending.upload.addEventListener('load', () => bar.removeAttribute('value'));
  sending.addEventListener('load', () => { if (sending.responseURL === form.action) form.submit(); else location.assign(sending.responseURL); });
  sending.addEventListener('error', () => form.submit());
  sending.open('POST', form.action);
  sending.send(new FormData(form));
});
// A page that was left comes back as it was left.
window.addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('[data-busy]:disabled')) {
    button.disabled = false;
    button.nextElementSibling.textContent = '';
  }
  for (const bar of document.querySelectorAll('[data-sends]')) bar.hidden = true;
});

// What is running is shown as it goes on. Only what is otherwise is changed, so that the focus stays; where it has ended, its page leads on.
const follow = async () => {
  const answer = await fetch(location.href, { redirect: 'manual' }).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  if (!page?.querySelector('[data-running]')) {
    location.reload();
    return;
  }
  for (const now of page.querySelectorAll('[data-running] [id]')) {
    const before = document.getElementById(now.id);
    if (before.isEqualNode(now)) continue;
    if (now.localName === 'progress') before.replaceWith(document.adoptNode(now));
    else before.textContent = now.textContent;
  }
  setTimeout(follow, 500);
};
if (document.querySelector('[data-running]')) setTimeout(follow, 500);

// What a spreadsheet or a page copies beside the plain text keeps its cells apart, as long as the text stays as it was pasted.
for (const text of document.querySelectorAll('textarea[data-rich]')) {
  const rich = document.getElementById(text.dataset.rich);
  const keep = (html) => {
    rich.value = html;
    document.getElementById(`${text.dataset.rich}-said`).hidden = !html;
  };
  let pasted = '';
  text.addEventListener('paste', (event) => {
    const html = event.clipboardData.getData('text/html');
    const isAll = text.selectionStart === 0 && text.selectionEnd === text.value.length;
    pasted = isAll && /<table[\s>]/i.test(html) ? html : '';
  });
  text.addEventListener('input', () => {
    keep(pasted);
    pasted = '';
  });
}

// Where the places of the head are one line, the one that is shown is in sight.
document.querySelector('.nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
