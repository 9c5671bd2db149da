// A paragraph with its marks. Marks may overlap: the text is cut where any begins or ends, and each piece lies inside
// all the marks that cover it, the widest outermost.
function pieces(start, end, ranges) {
  const cuts = new Set([start, end]);
  for (const range of ranges) {
    cuts.add(Math.max(start, range.start));
    cuts.add(Math.min(end, range.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  // The ranges come in the order of their starts: those that cover a piece are found in one walk.
  let over = [], next = 0;
  return sorted.slice(1).map((stop, index) => {
    over = over.filter((range) => range.end > sorted[index]);
    while (next < ranges.length && ranges[next].start < stop) {
      if (ranges[next].end > sorted[index]) over.push(ranges[next]);
      next++;
    }
    return {start: sorted[index], end: stop, over: [...over]};
  });
}

// Every range of an article that is to be marked, in text order, wider ones first.
function rangesOf(number) {
  const found = [];
  for (const finding of data.findings) {
    const isOpen = finding.key === reader.open;
    if (isDone(finding) && !isOpen) continue;
    for (const place of placesIn(finding, number)) {
      if (place.role !== 'same' && !isOpen) continue;
      const end = place.end > place.start ? place.end : place.start + 1;
      found.push({start: place.start, end, finding, place, compare: place.role !== 'same'});
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function marked(text, start, end, ranges) {
  return pieces(start, end, ranges).map((piece) => {
    let node = document.createTextNode(text.slice(piece.start, piece.end));
    // The widest is outermost; depth lets the lines of two marks run below each other.
    const over = [...piece.over].sort((a, b) => (b.end - b.start) - (a.end - a.start) || a.start - b.start);
    const lines = over.filter((range) => !range.compare);
    for (const range of over.reverse()) node = mark(range, piece, node, lines.length - 1 - lines.indexOf(range));
    return node;
  });
}

function mark(range, piece, inside, depth) {
  const {finding} = range;
  if (range.compare) return make('span', {class: 'mark compare', 'data-compare': finding.key, title: range.place.label || null}, inside);
  const first = piece.start === range.start;
  const active = finding.key === reader.open;
  return make('span', {
    class: `mark ${finding.severity}${active ? ' active' : ''}${isDone(finding) ? ' done' : ''}${depth > 0 ? ` deep${Math.min(depth, 2)}` : ''}`,
    'data-mark': finding.key, 'data-start': range.start,
    role: first ? 'button' : null, tabindex: first ? '0' : null,
    'aria-label': first ? `${piece.end < range.end ? cut(range.place.text, 80) : inside.textContent}: ${finding.severity}, ${finding.message}` : null,
    'aria-expanded': first ? String(active) : null,
    onclick: (event) => { event.stopPropagation(); open(finding.key); },
    onkeydown: (event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); event.stopPropagation(); open(finding.key, true); } },
  }, inside);
}
