// The articles of one event side by side.
const TABLES = [['names', 'Names', 'name'], ['dates', 'Dates', 'date'], ['figures', 'Figures', 'figure']];

function storyView() {
  const story = data.stories[reader.story];
  if (!story) return make('p', {class: 'empty'}, 'No two articles here tell one story.');
  return make('div', {class: 'story wide'},
    data.stories.length > 1 ? storyChoice() : null,
    make('h1', {}, cut(story.title || nameOf(story.articles[0]), 160)),
    make('p', {class: 'lead'}, `${counted(story.articles.length, 'article')} of one event, side by side: what agrees, and what differs.`),
    TABLES.map(([key, title, noun]) => factTable(story, key, title, noun)),
    quotes(story));
}

function storyChoice() {
  return make('p', {}, make('select', {'aria-label': 'Story', onchange: (event) => { location.hash = `#/stories/${event.target.value}`; }},
    data.stories.map((story, index) => make('option', {value: index, selected: index === reader.story},
      `${cut(story.title || nameOf(story.articles[0]), 90)} (${story.articles.length})`))));
}

const columnsOf = (row) => row.cells.filter((cell) => cell.length).length;

function factTable(story, key, title, noun) {
  const rows = story[key];
  const common = rows.filter((row) => columnsOf(row) > 1).sort((a, b) => Number(rowDiffers(b)) - Number(rowDiffers(a)));
  const alone = rows.filter((row) => columnsOf(row) === 1);
  if (!rows.length) return null;
  return make('section', {'aria-label': title}, make('h2', {}, title),
    common.length ? grid(story, key, common) : make('p', {class: 'empty'}, `No ${noun} stands in two of the articles.`),
    alone.length ? make('details', {class: 'alone'}, make('summary', {}, `${counted(alone.length, noun)} in one article alone`), grid(story, key, alone)) : null);
}

const rowDiffers = (row) => row.values > 1;

function grid(story, key, rows) {
  return make('div', {class: 'across', tabindex: '0', role: 'region', 'aria-label': `${key}, article by article`},
    make('table', {},
      make('thead', {}, make('tr', {}, make('th', {scope: 'col'}, make('span', {class: 'unseen'}, key)),
        story.articles.map((number) => make('th', {scope: 'col'}, make('a', {href: `#/article/${number}`}, nameOf(number)))))),
      make('tbody', {}, rows.map((row) => make('tr', {class: rowDiffers(row) ? 'differs' : null},
        make('th', {scope: 'row'}, cut(row.label, 60)),
        row.cells.map((cell, column) => make('td', {}, cell.slice(0, 6).map((one) => make('div', {}, factLink(story.articles[column], one))))))))));
}

function factLink(number, one) {
  return [make('a', {href: `#/article/${number}`, onclick: (event) => { event.preventDefault(); showRange(number, one.at[0]); }}, cut(one.text, 90)),
    one.at.length > 1 ? make('span', {class: 'times'}, ` ×${one.at.length}`) : null];
}

// Show a stretch of an article that is no finding.
function showRange(number, [start]) {
  reader.view = 'findings';
  reader.open = null;
  reader.article = number;
  remember();
  show();
  const {text} = data.articles[number];
  if (text === null) return;
  const index = [...text.slice(0, start).matchAll(/[^\r\n]+/g)].filter((match) => match[0].trim()).length;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() ? index - 1 : index;
  const paragraph = document.querySelectorAll('#text > p')[line];
  paragraph?.scrollIntoView({block: 'center', behavior: calm()});
}

function quotes(story) {
  const rows = story.quotes.filter((row) => columnsOf(row) > 1 || row.cells.flat().length > 1);
  if (!story.quotes.length) return null;
  return make('section', {'aria-label': 'Quotations'}, make('h2', {}, 'Quotations'),
    rows.length ? rows.map((row) => wordings(story, row)) : make('p', {class: 'empty'}, 'No quotation stands in two of the articles.'));
}

function wordings(story, row) {
  const all = row.cells.flatMap((cell, column) => cell.map((one) => ({...one, number: story.articles[column]})));
  const groups = new Map();
  for (const one of all) {
    const key = one.text.split(/\s+/).map(same).join(' ');
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(one);
  }
  const sorted = [...groups.values()].sort((a, b) => b.length - a.length);
  const base = sorted[0][0].text;
  return make('div', {class: 'wordings'},
    make('h3', {}, row.label || 'Nobody is named', make('span', {class: 'grey small'}, sorted.length > 1 ? `${sorted.length} wordings` : 'one wording')),
    make('ol', {}, sorted.map((some, index) => make('li', {}, make('blockquote', {}, '“', index ? differing(base, some[0].text) : base, '”'),
      make('span', {class: 'where'}, some.flatMap((one, at) => [at ? ', ' : '', make('a', {
        href: `#/article/${one.number}`, onclick: (event) => { event.preventDefault(); showRange(one.number, one.at[0]); },
      }, nameOf(one.number))]))))));
}
