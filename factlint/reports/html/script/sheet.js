// One article as a proof, its slips beside the lines they speak of.
function proof(number) {
  const article = data.articles[number];
  if (!article) {
    const alone = reader.open ? findings.get(reader.open) : null;
    return alone ? make('div', {class: 'proof'}, slip(alone)) : make('p', {class: 'empty'}, 'No article was read.');
  }
  const here = data.findings.filter((finding) => slipPlace(finding, number));
  const clean = !here.some((finding) => !isDone(finding));
  return make('article', {class: 'proof', 'aria-label': article.name},
    make('header', {}, make('p', {class: 'from'}, [article.name, article.source, article.published].filter(Boolean).join(' · ')),
      make('h1', {class: hasHeadline(article) ? 'unseen' : null}, article.headline ? cut(article.headline, 200) : nameOf(number)),
      make('p', {class: 'grey small'}, tally(here.filter((finding) => !isDone(finding))))),
    article.unchecked ? make('p', {class: 'clean'}, `Not checked: ${article.unchecked}`) : null,
    article.reference ? make('p', {class: 'clean'}, 'Read as evidence; nothing is reported on it.') : null,
    clean && !article.unchecked && !article.reference ? make('p', {class: 'clean'}, 'Nothing to mend in this article.') : null,
    article.text === null
      ? make('p', {class: 'empty'}, 'This article is clean; its text is left out of a page as large as this one.')
      : make('div', {class: 'text', id: 'text'}, paragraphs(article, number, here)),
    turn(number));
}

// Where the text has a headline of its own, that one is shown.
function hasHeadline(article) {
  const first = article.text === null ? -1 : article.text.slice(article.begins).search(/\S/);
  return first >= 0 && sectionAt(article, article.begins + first + 3) === 'headline';
}

function tally(found) {
  const parts = SEVERITIES.map((severity) => [found.filter((one) => one.severity === severity).length, severity]).filter(([many]) => many);
  return parts.map(([many, severity]) => counted(many, severity)).join(', ');
}

// Where an article shows a finding: at its first place to mend; of an open one also at what it is compared with.
function slipPlace(finding, number) {
  const isOpen = finding.key === reader.open;
  if (isDone(finding) && !isOpen) return null;
  const places = mendedPlaces(finding, number);
  const found = places.length || !isOpen ? places : placesIn(finding, number);
  return found.reduce((first, place) => (first && first.start <= place.start ? first : place), null);
}

function paragraphs(article, number, here) {
  const ranges = rangesOf(number);
  const slips = here.map((finding) => [slipPlace(finding, number).start, finding]).sort((a, b) => a[0] - b[0]);
  const nodes = [];
  let next = 0, first = 0, count = 0;
  for (const match of article.text.matchAll(/[^\r\n]+/g)) {
    const start = match.index, end = start + match[0].length;
    if (match[0].trim() === '') continue;
    // The marks of a heading are no words of it: what a line ends as is what it is.
    const kind = start < article.begins ? 'metadata' : sectionAt(article, end - 1);
    if (start >= article.begins) count++;
    while (first < ranges.length && ranges[first].end <= start) first++;
    const over = [];
    for (let at = first; at < ranges.length && ranges[at].start < end; at++) if (ranges[at].end > start) over.push(ranges[at]);
    nodes.push(make('p', {class: kind === 'headline' && count === 1 ? 'headline title' : kind},
      start >= article.begins ? make('span', {class: 'number', 'aria-hidden': 'true'}, String(count)) : null,
      marked(article.text, start, end, over)));
    while (next < slips.length && slips[next][0] < end) nodes.push(slip(slips[next++][1]));
  }
  for (; next < slips.length; next++) nodes.push(slip(slips[next][1]));
  return nodes;
}

function sectionAt(article, start) {
  const {sections} = article;
  let low = 0, high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sections[middle][1] <= start) low = middle + 1; else high = middle;
  }
  const found = low ? sections[low - 1] : null;
  return found && found[2] > start ? found[0] : 'body';
}

function turn(number) {
  const link = (to, label) => (data.articles[to] ? make('a', {href: `#/article/${to}`}, label(nameOf(to))) : make('span'));
  return make('nav', {class: 'turn', 'aria-label': 'Articles'},
    link(number - 1, (name) => `← ${name}`), link(number + 1, (name) => `${name} →`));
}

// On a wide screen slips stand level with their marks; where that is taken, below the one before. The open one keeps
// its place, and those above it make room.
function settle() {
  const box = find('#text');
  if (!box) return;
  const slips = [...box.querySelectorAll(':scope > .slip')];
  if (!slips.length || getComputedStyle(slips[0]).position !== 'absolute') {
    slips.forEach((one) => { one.style.top = ''; });
    box.style.minHeight = '';
    return;
  }
  const top = box.getBoundingClientRect().top;
  const boxes = slips.map((one) => {
    const at = box.querySelector(`[data-mark="${CSS.escape(one.dataset.slip)}"], [data-compare="${CSS.escape(one.dataset.slip)}"]`);
    return {one, want: at ? at.getClientRects()[0].top - top : 0, height: one.offsetHeight + 10};
  });
  const tops = stacked(boxes, boxes.findIndex(({one}) => one.classList.contains('open')));
  boxes.forEach(({one}, index) => { one.style.top = `${Math.round(tops[index])}px`; });
  const last = boxes.length - 1;
  box.style.minHeight = `${Math.ceil(tops[last] + boxes[last].height)}px`;
}

function stacked(boxes, fixed) {
  const tops = boxes.map(({want}) => Math.max(0, want));
  const down = (from) => {
    for (let i = from; i < boxes.length; i++) if (i > 0) tops[i] = Math.max(tops[i], tops[i - 1] + boxes[i - 1].height);
  };
  if (fixed > 0) {
    const above = boxes.slice(0, fixed).reduce((sum, {height}) => sum + height, 0);
    if (above <= tops[fixed]) {
      for (let i = 1; i < fixed; i++) tops[i] = Math.max(tops[i], tops[i - 1] + boxes[i - 1].height);
      for (let i = fixed - 1; i >= 0; i--) tops[i] = Math.min(tops[i], tops[i + 1] - boxes[i].height);
      for (let i = fixed + 1; i < boxes.length; i++) tops[i] = Math.max(tops[i], tops[i - 1] + boxes[i - 1].height);
      return tops;
    }
  }
  down(1);
  return tops;
}

function showMain() {
  const main = find('#main');
  if (main) main.replaceChildren(proof(reader.article));
  settle();
}

// The same article with another finding open.
const reopen = showMain;

function close() {
  const key = reader.open;
  reader.open = null;
  remember();
  markCurrent();
  showMain();
  find(`[data-slip="${CSS.escape(key || '')}"] .head`)?.focus({preventScroll: true});
}

function calm() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}

function bringIntoSight(key) {
  const at = find(`[data-mark="${CSS.escape(key)}"]`) || find(`[data-slip="${CSS.escape(key)}"]`);
  if (!at) return;
  const {top, bottom} = at.getBoundingClientRect();
  if (top < 120 || bottom > innerHeight * 0.7) at.scrollIntoView({block: 'center', behavior: calm()});
}

// Go to one place of a finding, be it in another article.
function visit(finding, place) {
  reader.view = 'findings';
  reader.open = finding.key;
  reader.article = place.article;
  remember();
  if (find('#entries')) showMain(); else show();
  const selector = place.role === 'same' ? `[data-start="${place.start}"][data-mark="${CSS.escape(finding.key)}"]` : `[data-compare="${CSS.escape(finding.key)}"]`;
  (find(selector) || find('#text'))?.scrollIntoView({block: 'center', behavior: calm()});
  say(`${nameOf(place.article)}, ${placeText(place)}`);
}
