// Keyboard first: every action has a key, and none is taken while somebody types.
const ON_KEY = {
  j: () => step(1), k: () => step(-1), '?': help, t: turnTheme,
  '/': () => { if (reader.view !== 'findings') { reader.view = 'findings'; show(); } find('#search').focus(); },
  Enter: () => find('.slip.open .head')?.focus(),
  Escape: () => { if (reader.open) close(); },
  1: () => { location.hash = '#/'; }, 2: () => { if (data.stories.length) location.hash = '#/stories/0'; }, 3: () => { location.hash = '#/overview'; },
};
const ON_LIVE_KEY = {
  f: (finding) => { const way = finding.ways.findIndex((one) => one.edits); if (way >= 0) fix(finding, way); else say('There is no fix to take'); },
  d: askDismiss, m: askMark, a: askName,
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const {key, target} = event;
  if (key === 'Escape' && target.id === 'search') { target.blur(); return; }
  if (typing(target) || (key === 'Enter' && target.closest('a, button, summary, [role=button]'))) return;
  const finding = current();
  if (live() && key === 'l') authorList();
  else if (live() && key === 'p') askPaste();
  else if (live() && Object.hasOwn(ON_LIVE_KEY, key)) { if (finding && !isDone(finding)) ON_LIVE_KEY[key](finding); else return; }
  else if (Object.hasOwn(ON_KEY, key)) ON_KEY[key]();
  else return;
  event.preventDefault();
}

function theme() {
  try { return localStorage.getItem('factlint-theme') || 'auto'; } catch { return 'auto'; }
}

function setTheme(name) {
  if (name === 'auto') delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = name;
  try { localStorage.setItem('factlint-theme', name); } catch { /* a page from a file may have no storage */ }
}

function turnTheme() {
  const order = ['auto', 'light', 'dark'];
  const next = order[(order.indexOf(theme()) + 1) % order.length];
  setTheme(next);
  masthead();
  say(`Colours: ${next}`);
}
