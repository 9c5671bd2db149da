// What only the served page does: it sends decisions, and asks now and then whether something else has changed.
const ASK_EVERY = 3000;
let stale = null;
let lost = false;

async function request(what, body) {
  const answer = await fetch(what, {
    method: body === undefined ? 'GET' : 'POST',
    headers: body === undefined ? {} : {'Content-Type': 'application/json', 'X-Factlint-Token': data.live.token},
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: 'no-store', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer',
  });
  return answer.json();
}

// Send a decision; the answer is the whole page's data again, or what is wrong.
async function act(what, body, done) {
  let answer;
  try {
    answer = await request(what, body);
  } catch {
    return failed('factlint review does not answer: is it still running?');
  }
  if (answer.error) return failed(answer.error);
  const before = listed().map((finding) => finding.key);
  const at = before.indexOf(reader.open);
  renew(answer.data);
  // The list moves up: what was next is open now.
  if (!reader.open && at >= 0) {
    const next = before.slice(at + 1).find((key) => findings.has(key) && passes(findings.get(key)));
    if (next) open(next);
  }
  say(answer.said || done);
  return '';
}

function failed(error) {
  say(error);
  if (!find('dialog[open]')) { reader.fault = error; masthead(); }
  return error;
}

function renew(fresh) {
  const {open: key, article} = reader;
  const path = data.articles[article]?.name;
  const scroll = scrollY;
  stale = null;
  reader.fault = null;
  take(fresh);
  const there = data.articles.findIndex((one) => one.name === path);
  if (there >= 0) reader.article = there;
  if (key && findings.has(key) && !passes(findings.get(key))) reader.open = null;
  show();
  scrollTo(0, scroll);
  if (document.activeElement === document.body) find('#main').focus({preventScroll: true});
}

async function fix(finding, way) {
  await act('fix', {key: finding.key, way}, 'Changed');
}

const reload = () => act('reload', {}, 'Read again');

async function listen() {
  try {
    const answer = await request('changes');
    if (answer.revision !== data.live.revision && !find('dialog[open]') && !typing(document.activeElement)) renew(await request('data'));
    const changed = answer.stale.join(', ');
    if (changed !== (stale || '') || lost) { stale = changed || null; lost = false; masthead(); }
  } catch {
    if (!lost) { lost = true; masthead(); }
  }
  setTimeout(listen, ASK_EVERY);
}
