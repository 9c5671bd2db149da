// Counts as bars; each row leads to its findings.
function overview() {
  const open = data.findings.filter((finding) => !isDone(finding));
  const charts = [
    ['By severity', (one) => [one.severity], (value) => ({severities: new Set([value])})],
    ['By family', (one) => [one.family], (value) => ({family: value})],
    ['By article', (one) => articlesOf(one), (value) => ({article: String(value)}), nameOf],
    ['By outlet', (one) => [...new Set(articlesOf(one).map((number) => data.articles[number].source || ''))], null, (value) => value || 'no outlet given'],
    ['By rule', (one) => [one.rule], (value) => ({rule: value})],
  ];
  return make('div', {class: 'overview wide'},
    make('h1', {}, data.verdict),
    make('p', {class: 'lead'}, data.redacted ? 'The words of the articles are left out of this page.' : ''),
    make('p', {class: 'legend', 'aria-hidden': 'true'}, SEVERITIES.map((severity) => make('span', {class: severity}, sign(severity), severity))),
    make('div', {class: 'charts'}, charts.map(([title, pick, filter, label]) => chart(title, open, pick, filter, label))),
    data.problems.length || data.remarks.length ? make('div', {class: 'remarks'},
      data.problems.map((line) => make('p', {class: 'bad'}, line)), data.remarks.map((line) => make('p', {}, line))) : null);
}

const articlesOf = (finding) => [...new Set(allPlaces(finding).filter((place) => place.role === 'same' && place.article !== null).map((place) => place.article))]
  .filter((number) => !data.articles[number].reference);

function chart(title, found, pick, filter, label = (value) => value) {
  const rows = new Map();
  for (const finding of found) {
    for (const value of pick(finding)) {
      if (!rows.has(value)) rows.set(value, {error: 0, warning: 0, note: 0});
      rows.get(value)[finding.severity]++;
    }
  }
  const sum = (row) => row.error + row.warning + row.note;
  const rank = ([value, row]) => (SEVERITIES.includes(value) ? -SEVERITIES.indexOf(value) : sum(row));
  const sorted = [...rows].sort((a, b) => rank(b) - rank(a));
  const shown = sorted.slice(0, 12);
  const most = Math.max(1, ...sorted.map(([, row]) => sum(row)));
  if (!shown.length) return null;
  const name = (value) => (filter
    ? make('a', {href: '#/', onclick: (event) => { event.preventDefault(); clearFilters(); Object.assign(reader.filter, filter(value)); reader.open = null; reader.view = 'findings'; show(); step(1); }}, label(value))
    : label(value));
  return make('section', {class: 'chart', 'aria-label': title}, make('h2', {}, title),
    make('table', {}, make('thead', {class: 'unseen'}, make('tr', {}, make('th', {scope: 'col'}, title), make('th', {scope: 'col'}, 'bar'), make('th', {scope: 'col'}, 'findings'))),
      make('tbody', {}, shown.map(([value, row]) => make('tr', {}, make('th', {scope: 'row'}, name(value)),
        make('td', {}, bar(row, most)), make('td', {class: 'sum'}, String(sum(row))))))),
    sorted.length > shown.length ? make('p', {class: 'grey small'}, `and ${sorted.length - shown.length} more`) : null);
}

function bar(row, most) {
  let at = 0;
  const parts = SEVERITIES.filter((severity) => row[severity]).map((severity) => {
    const width = (row[severity] / most) * 100;
    const node = draw('rect', {class: `${severity}-bar`, x: `${at}%`, y: 0, width: `${Math.max(0.4, width - 0.4)}%`, height: '100%'},
      draw('title', {}, counted(row[severity], severity)));
    at += width;
    return node;
  });
  return draw('svg', {role: 'img', 'aria-label': SEVERITIES.filter((severity) => row[severity]).map((severity) => counted(row[severity], severity)).join(', ')}, parts);
}
