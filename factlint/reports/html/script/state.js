// What the page knows, and where the reader is; the address keeps the place, so that it can be gone back to and shared.
const SEVERITIES = ['error', 'warning', 'note'];
const STATES = {open: 'open', marked: 'for the author', dismissed: 'dismissed', all: 'all'};
let data = JSON.parse(find('#data').textContent);
let findings = new Map();
const reader = {
  view: 'findings', story: 0, article: null, open: null,
  filter: {severities: new Set(SEVERITIES), family: '', article: '', rule: '', state: 'open', text: ''},
};

const live = () => data.live !== undefined;
const isDone = (finding) => finding.gone !== undefined;
const allPlaces = (finding) => [finding.home, ...finding.others];
const placesIn = (finding, number) => allPlaces(finding).filter((place) => place.article === number);
const mendedPlaces = (finding, number) => placesIn(finding, number).filter((place) => place.role === 'same');
const markOf = (finding) => (data.marks || {})[finding.key];

function take(fresh) {
  data = fresh;
  findCommon();
  findings = new Map(data.findings.map((finding) => [finding.key, finding]));
  if (reader.open && !findings.has(reader.open)) reader.open = null;
  if (reader.article !== null && reader.article >= data.articles.length) reader.article = null;
  if (reader.article === null) reader.article = firstArticle();
}

function firstArticle() {
  const first = data.findings.find((finding) => !isDone(finding));
  return first ? first.home.article : data.articles.length ? 0 : null;
}

function placeText(place) {
  const where = place.paragraph === null ? `line ${place.where}` : `paragraph ${place.paragraph}`;
  return where;
}

// The folders that all articles share are left out of their names.
let common = 0;
function findCommon() {
  const names = data.articles.map((article) => article.name);
  const [first = ''] = names;
  let length = first.length;
  for (const name of names) while (!name.startsWith(first.slice(0, length))) length--;
  const head = first.slice(0, length);
  common = Math.max(head.lastIndexOf('/') + 1, head.lastIndexOf(' · ') + 3 > 2 ? head.lastIndexOf(' · ') + 3 : 0);
}

const nameOf = (number) => (data.articles[number] ? data.articles[number].name.slice(common) : 'an article that is not here');
const nameOfPlace = (place) => (place.article === null ? place.path : nameOf(place.article));

function address() {
  if (reader.view === 'overview') return '#/overview';
  if (reader.view === 'stories') return `#/stories/${reader.story}`;
  if (reader.open) return `#/finding/${encodeURIComponent(reader.open)}`;
  return reader.article === null ? '#/' : `#/article/${reader.article}`;
}

function goTo(hash) {
  const [, view, what] = hash.split('/');
  if (view === 'overview') reader.view = 'overview';
  else if (view === 'stories' && data.stories.length) {
    reader.view = 'stories';
    reader.story = Math.min(Number(what) || 0, data.stories.length - 1);
  } else {
    reader.view = 'findings';
    const key = view === 'finding' ? decodeURIComponent(what || '') : null;
    reader.open = findings.has(key) ? key : null;
    if (reader.open) reader.article = findings.get(key).home.article;
    else if (view === 'article' && data.articles[Number(what)]) reader.article = Number(what);
  }
}

function remember() {
  if (location.hash !== address()) history.replaceState(null, '', address());
}
