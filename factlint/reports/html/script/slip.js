// The slip in the margin: what is wrong, what stands against it, and what can be done.
function slip(finding) {
  const isOpen = finding.key === reader.open;
  const done = isDone(finding);
  return make('aside', {
    class: `slip ${finding.severity}${isOpen ? ' open' : ''}${done ? ' done' : ''}`, 'data-slip': finding.key,
    'aria-label': `${finding.severity}: ${cut(finding.message, 80)}`,
  },
  make('button', {type: 'button', class: 'head', 'aria-expanded': String(isOpen), onclick: () => (isOpen ? close() : open(finding.key, true))},
    sign(finding.severity), make('span', {class: 'said'}, isOpen ? finding.message : cut(finding.message, 110))),
  isOpen ? details(finding) : null);
}

function details(finding) {
  const {severity, confidence, rule} = finding;
  const about = data.rules[rule];
  const mark = markOf(finding);
  return [
    make('p', {}, make('span', {class: 'label'}, severity), make('span', {class: 'grey'}, ` · ${rule}${confidence === 'high' ? '' : ` · ${confidence} confidence`}${finding.trial ? ' · on trial' : ''}`)),
    isDone(finding) ? make('p', {class: 'state'}, finding.gone.line) : null,
    mark ? make('p', {class: 'state'}, `For the author${mark.by ? `, from ${mark.by}` : ''}${mark.note ? `: ${mark.note}` : ''}`) : null,
    against(finding),
    live() ? actions(finding) : told(finding),
    about && about.why ? make('details', {}, make('summary', {}, 'Why this matters'), make('p', {}, about.why.trim())) : null,
  ];
}

// The other places: where the same must change, then what stands against it, each wording once with its places.
function against(finding) {
  const also = finding.others.filter((place) => place.role === 'same');
  const wordings = new Map();
  for (const place of finding.others.filter((one) => one.role !== 'same')) {
    const key = place.text || place.label;
    if (!wordings.has(key)) wordings.set(key, []);
    wordings.get(key).push(place);
  }
  if (!also.length && !wordings.size) return null;
  return make('dl', {},
    also.length ? make('div', {}, make('dt', {}, `Also here (${also.length + 1} places)`),
      make('dd', {}, make('span', {class: 'where'}, placeLinks(finding, also)))) : null,
    wordings.size ? make('div', {}, make('dt', {}, 'Compare'),
      [...wordings].slice(0, 8).map(([text, places]) => make('dd', {}, quotedDiff(finding.home.text, text),
        make('span', {class: 'where'}, places[0].label ? `${places[0].label} · ` : '', placeLinks(finding, places)))),
      wordings.size > 8 ? make('dd', {class: 'grey'}, `and ${wordings.size - 8} more`) : null) : null);
}

function quotedDiff(one, other) {
  const opening = /^["“„«]/.test(other) ? '' : '“';
  return wordsOf(other).length > 3 ? [opening, ...differing(one, other), opening ? '”' : ''] : quoted(other);
}

function placeLinks(finding, places) {
  const shown = places.slice(0, 12).flatMap((place, index) => {
    const name = place.article === reader.article ? '' : `${nameOfPlace(place)} `;
    const link = make('a', {
      href: place.article === null ? null : `#/article/${place.article}`,
      onclick: (event) => { event.preventDefault(); if (place.article !== null) visit(finding, place); },
    }, `${name}${place.paragraph === null ? place.where : `¶${place.paragraph}`}`);
    const words = place.role === 'same' && place.text !== finding.home.text ? ` ${quoted(cut(place.text, 40))}` : '';
    return index ? [', ', link, words] : [link, words];
  });
  return places.length > 12 ? [...shown, ` and ${places.length - 12} more`] : shown;
}

// What a reader without a server behind the page can do.
function told(finding) {
  if (isDone(finding)) return null;
  const sure = finding.ways.filter((way) => way.automatic);
  const lines = [
    sure.length ? make('p', {}, 'Fix: ', make('strong', {}, sure.map((way) => way.title).join(' or ')), ' ', make('code', {}, 'factlint --fix')) : null,
    !sure.length && finding.ways.length ? make('p', {}, 'Suggested: ', make('strong', {}, finding.ways.slice(0, 4).map((way) => way.title).join(' or '))) : null,
    ...finding.accept.map((one) => make('p', {class: 'grey'}, make('code', {}, one.line))),
  ];
  return lines;
}

function actions(finding) {
  const button = (label, key, act, kind) => make('button', {type: 'button', class: kind || null, 'data-act': key, onclick: act}, label, make('kbd', {'aria-hidden': 'true'}, key));
  if (isDone(finding)) {
    return finding.gone.undo ? make('div', {class: 'actions'}, make('button', {type: 'button', 'data-act': 'undo', onclick: () => act('retract', {key: finding.key}, 'Brought back')}, 'Bring back')) : null;
  }
  const ways = finding.ways.map((way, index) => ({...way, index})).filter((way) => way.edits).slice(0, 4);
  return make('div', {class: 'actions'},
    ways.map((way, at) => make('button', {type: 'button', class: at ? null : 'first', 'data-act': 'fix', onclick: () => fix(finding, way.index)},
      `Change to ${quoted(cut(way.title, 48))}`, at ? null : make('kbd', {'aria-hidden': 'true'}, 'f'))),
    button('Dismiss…', 'd', () => askDismiss(finding)),
    button(markOf(finding) ? 'Unmark' : 'Author…', 'm', () => askMark(finding)),
    finding.family === 'names' || finding.accept.length ? button('Name…', 'a', () => askName(finding)) : null);
}
