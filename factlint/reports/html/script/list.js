// The list of findings, by article.
function list() {
  return make('nav', {class: 'list', 'aria-label': 'Findings'}, filters(), make('div', {class: 'scroll', id: 'entries'}, entries()));
}

// So many entries at a time: a list of thousands would make every key slow.
const AT_ONCE = 400;

function entries() {
  const every = listed();
  if (!every.length) return [nothing()];
  const at = every.findIndex((finding) => finding.key === reader.open);
  reader.shown = Math.max(reader.shown || AT_ONCE, at + 1);
  const found = every.slice(0, reader.shown);
  const more = make('button', {type: 'button', class: 'bare', onclick: () => { reader.shown += AT_ONCE; find('#entries').replaceChildren(...entries().filter(Boolean)); }},
    `Show more (${(every.length - found.length).toLocaleString('en-GB')} left)`);
  const groups = new Map();
  for (const finding of found) {
    const name = nameOfPlace(finding.home);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(finding);
  }
  const sections = [...groups].map(([name, some]) => make('section', {class: 'group'},
    make('h2', {}, some[0].home.article === null ? name : make('a', {href: `#/article/${some[0].home.article}`}, name), ' ', make('span', {}, String(some.length))),
    make('ol', {}, some.map((finding) => make('li', {}, entry(finding))))));
  return found.length < every.length ? [...sections, more] : [...sections, cleanArticles()];
}

// Articles without a finding are named too: that they were read is news.
function cleanArticles() {
  const {family, article, rule, state, text} = reader.filter;
  if (family || article !== '' || rule || text || state !== 'open') return null;
  const touched = new Set(data.findings.filter((finding) => !isDone(finding)).flatMap((finding) => articlesOf(finding)));
  const clean = data.articles.map((one, number) => number).filter((number) => !touched.has(number) && !data.articles[number].reference);
  return clean.length ? make('section', {class: 'group clean-group'}, make('h2', {}, 'Nothing to mend ', make('span', {}, String(clean.length))),
    make('ul', {}, clean.slice(0, 200).map((number) => make('li', {}, make('a', {href: `#/article/${number}`}, nameOf(number)))))) : null;
}

function nothing() {
  if (!data.findings.length) return make('p', {class: 'empty'}, data.articles.length ? 'Nothing to mend here.' : 'No article was read.');
  return make('div', {class: 'empty'}, make('p', {}, 'No finding fits this filter.'),
    make('button', {type: 'button', onclick: () => { clearFilters(); show(); }}, 'Clear the filter'));
}

function entry(finding) {
  const state = isDone(finding) ? finding.gone.title : markOf(finding) ? 'for the author' : '';
  return make('button', {
    type: 'button', class: `entry ${finding.severity}${isDone(finding) ? ' done' : ''}`, 'data-finding': finding.key,
    'aria-current': finding.key === reader.open ? 'true' : null, onclick: () => open(finding.key),
  },
  sign(finding.severity),
  make('span', {class: 'said'}, make('span', {class: 'unseen'}, `${finding.severity}: `), cut(finding.message, 160)),
  make('span', {class: 'under'}, [placeText(finding.home), finding.rule, state].filter(Boolean).join(' · ')));
}

function refreshList() {
  const box = find('#entries');
  if (!box) return;
  box.replaceChildren(...entries().filter(Boolean));
  for (const severity of SEVERITIES) {
    const number = data.findings.filter((one) => one.severity === severity && passes(one, 'severity')).length;
    find(`#toggle-${severity} span`).textContent = counted(number, severity);
  }
  say(counted(listed().length, 'finding'));
}

function current() {
  return reader.open ? findings.get(reader.open) : null;
}

function step(by) {
  const found = listed();
  if (!found.length) return;
  const at = found.findIndex((finding) => finding.key === reader.open);
  const next = at < 0 ? (by > 0 ? 0 : found.length - 1) : Math.min(found.length - 1, Math.max(0, at + by));
  open(found[next].key);
}

// Open a finding at the place where it is shown, and bring it into sight.
function open(key, focus) {
  const finding = findings.get(key);
  if (!finding) return;
  const before = reader.article, view = reader.view;
  reader.view = 'findings';
  reader.open = key;
  const there = mendedPlaces(finding, reader.article);
  if (!there.length) reader.article = finding.home.article;
  remember();
  if (view !== 'findings' || !find('#entries')) show();
  else {
    markCurrent();
    if (before === reader.article) reopen(); else showMain();
  }
  bringIntoSight(key);
  say(`${finding.severity}: ${finding.message}. ${nameOfPlace(finding.home)}, ${placeText(finding.home)}`);
  if (focus) find('.slip.open .head')?.focus();
}

function markCurrent() {
  const box = find('#entries');
  if (box && reader.open && listed().findIndex((finding) => finding.key === reader.open) >= reader.shown) box.replaceChildren(...entries().filter(Boolean));
  for (const node of document.querySelectorAll('.entry')) {
    if (node.dataset.finding === reader.open) {
      node.setAttribute('aria-current', 'true');
      node.scrollIntoView({block: 'nearest'});
    } else node.removeAttribute('aria-current');
  }
}
