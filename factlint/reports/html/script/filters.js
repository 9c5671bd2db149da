// Which findings are listed.
function passes(finding, leaveOut) {
  const {severities, family, article, rule, state, text} = reader.filter;
  return (leaveOut === 'severity' || severities.has(finding.severity))
    && (!family || finding.family === family)
    && (article === '' || mendedPlaces(finding, Number(article)).length > 0)
    && (!rule || finding.rule === rule)
    && inState(finding, state)
    && (!text || text.toLowerCase().split(/\s+/).every((word) => haystack(finding).includes(word)));
}

function inState(finding, state) {
  if (state === 'all') return true;
  if (state === 'dismissed') return isDone(finding);
  if (state === 'marked') return markOf(finding) !== undefined;
  return !isDone(finding);
}

const haystacks = new WeakMap();
function haystack(finding) {
  if (!haystacks.has(finding)) {
    const parts = [finding.message, finding.rule, finding.severity, finding.home.path,
      ...allPlaces(finding).map((place) => place.text), ...finding.ways.map((way) => way.title)];
    haystacks.set(finding, parts.join('\n').toLowerCase());
  }
  return haystacks.get(finding);
}

const listed = () => data.findings.filter((finding) => passes(finding));

function filters() {
  const set = (name) => (event) => { reader.filter[name] = event.target.value; refreshList(); };
  const options = (values, chosen, first) => [
    make('option', {value: ''}, first),
    ...values.map(([value, label]) => make('option', {value, selected: String(value) === chosen}, label)),
  ];
  const unique = (pick) => [...new Set(data.findings.map(pick))].sort().map((value) => [value, value]);
  const articles = [...new Set(data.findings.map((finding) => finding.home.article))]
    .filter((number) => number !== null).sort((a, b) => a - b).map((number) => [number, nameOf(number)]);
  const select = (name, label, choices) => make('select', {'aria-label': label, id: `by-${name}`, onchange: set(name)}, choices);
  const {family, article, rule, state, text} = reader.filter;
  const more = family || article !== '' || rule || state !== 'open';
  return make('div', {class: 'filters', role: 'search', 'aria-label': 'Filter the findings'},
    make('input', {type: 'search', id: 'search', placeholder: 'Filter by word  ( / )', 'aria-label': 'Filter by word', value: text,
      autocomplete: 'off', oninput: set('text')}),
    make('div', {class: 'row', role: 'group', 'aria-label': 'Severity'}, SEVERITIES.map(toggle)),
    make('details', {open: more || undefined}, make('summary', {}, 'Family, rule, article, state'),
      make('div', {},
        make('div', {class: 'row'},
          select('family', 'Family', options(unique((one) => one.family), family, 'every family')),
          select('state', 'State', Object.entries(STATES).map(([value, label]) => make('option', {value, selected: value === state}, label)))),
        select('rule', 'Rule', options(unique((one) => one.rule), rule, 'every rule')),
        select('article', 'Article', options(articles, article, 'every article')))));
}

function toggle(severity) {
  const number = data.findings.filter((one) => one.severity === severity && passes(one, 'severity')).length;
  const {severities} = reader.filter;
  return make('button', {
    type: 'button', class: `toggle ${severity}`, 'aria-pressed': String(severities.has(severity)), id: `toggle-${severity}`,
    onclick: (event) => {
      if (severities.has(severity)) severities.delete(severity); else severities.add(severity);
      event.currentTarget.setAttribute('aria-pressed', String(severities.has(severity)));
      refreshList();
    },
  }, sign(severity), make('span', {}, counted(number, severity)));
}

function clearFilters() {
  reader.filter = {severities: new Set(SEVERITIES), family: '', article: '', rule: '', state: 'open', text: ''};
}
