// The page as a whole.
const VIEWS = [['findings', '#/', 'Findings'], ['stories', '#/stories/0', 'Stories'], ['overview', '#/overview', 'Overview']];

function masthead() {
  const tools = (label, key, act) => make('button', {type: 'button', class: 'bare', onclick: act}, label, key ? [' ', make('kbd', {'aria-hidden': 'true'}, key)] : null);
  const marks = Object.keys(data.marks || {}).filter((key) => findings.has(key)).length;
  const node = make('header', {class: 'masthead', id: 'masthead'},
    make('div', {},
      make('p', {class: 'brand'}, 'factlint', make('small', {}, live() ? 'review' : 'proof')),
      make('nav', {class: 'tabs', 'aria-label': 'Views'}, VIEWS.filter(([view]) => view !== 'stories' || data.stories.length).map(([view, href, label]) =>
        make('a', {href, 'aria-current': reader.view === view ? 'page' : null}, label))),
      make('div', {class: 'tools'},
        live() ? tools('Check a text', 'p', askPaste) : null,
        live() ? tools(marks ? `For the author (${marks})` : 'For the author', 'l', authorList) : null,
        tools(`Colours: ${theme()}`, 't', turnTheme), tools('Keys', '?', help))));
  const old = find('#masthead');
  if (old) old.replaceWith(node);
  find('#tray')?.replaceChildren(...banners());
  return node;
}

function banners() {
  const found = [];
  const button = (label, act) => make('button', {type: 'button', onclick: act}, label);
  if (lost) found.push(make('div', {class: 'banner bad', role: 'alert'}, 'factlint review does not answer: decisions cannot be saved until it runs again.'));
  if (reader.fault) found.push(make('div', {class: 'banner bad', role: 'alert'}, make('span', {}, reader.fault), button('Close', () => { reader.fault = null; masthead(); })));
  if (live() && data.live.undo && reader.seen !== data.live.revision) {
    found.push(make('div', {class: 'banner good'}, make('span', {}, `${data.live.undo}.`), button('Undo', () => act('undo', {}, 'Taken back')),
      button('Close', () => { reader.seen = data.live.revision; masthead(); })));
  }
  if (stale) found.push(make('div', {class: 'banner'}, make('span', {}, `Changed on disk: ${stale}`), button('Read again', reload)));
  for (const one of live() ? data.live.pasted : []) {
    found.push(make('div', {class: 'banner'}, make('span', {}, `${one} was pasted: it is in memory only.`),
      button('Save', () => act('save', {name: one}, 'Saved')), button('Forget', () => act('forget', {name: one}, 'Forgotten'))));
  }
  if (data.problems.length && reader.view !== 'overview') found.push(make('div', {class: 'banner bad'}, make('span', {}, cut(data.problems[0], 240)), data.problems.length > 1 ? make('a', {href: '#/overview'}, `and ${data.problems.length - 1} more`) : null));
  return found;
}

function show() {
  const main = (...children) => make('main', {id: 'main', tabindex: '-1'}, children);
  const body = reader.view === 'findings'
    ? make('div', {class: 'columns'}, list(), main(proof(reader.article)))
    : main(reader.view === 'stories' ? storyView() : overview());
  find('#page').replaceChildren(masthead(), body, make('div', {class: 'tray', id: 'tray'}, banners()));
  document.title = `${{findings: reader.article === null ? 'Findings' : nameOf(reader.article), stories: 'Stories', overview: 'Overview'}[reader.view]} · factlint`;
  settle();
  markCurrent();
}

setTheme(theme());
take(data);
goTo(location.hash);
show();
if (reader.open) bringIntoSight(reader.open);
addEventListener('keydown', onKey);
addEventListener('hashchange', () => {
  const view = reader.view;
  goTo(location.hash);
  show();
  if (reader.open && reader.view === 'findings') bringIntoSight(reader.open); else scrollTo(0, 0);
  if (view !== reader.view) find('#main').focus({preventScroll: true});
});
let resized = 0;
addEventListener('resize', () => { cancelAnimationFrame(resized); resized = requestAnimationFrame(settle); });
if (live()) listen();
