// Two wordings of one thing, word by word: the longest run of words that both have in this order stays unmarked.
const MOST_WORDS = 300;

const same = (word) => word.normalize('NFC').toLowerCase().replace(/[‘’]/g, "'").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '');

function wordsOf(text) {
  return text.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}

function shared(left, right) {
  const width = right.length + 1;
  const long = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      long[i * width + j] = left[i] === right[j]
        ? long[(i + 1) * width + j + 1] + 1
        : Math.max(long[(i + 1) * width + j], long[i * width + j + 1]);
    }
  }
  return (i, j) => long[i * width + j];
}

// Steps from one text to the other: [kind, words], kind being same, del or ins.
function steps(one, other) {
  const left = wordsOf(one), right = wordsOf(other);
  const a = left.map(same), b = right.map(same);
  const length = shared(a, b);
  const found = [];
  const add = (kind, word) => {
    if (found.length && found[found.length - 1][0] === kind) found[found.length - 1][1].push(word);
    else found.push([kind, [word]]);
  };
  let i = 0, j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { add('same', right[j]); i++; j++; }
    else if (i < a.length && (j >= b.length || length(i + 1, j) >= length(i, j + 1))) { add('del', left[i]); i++; }
    else { add('ins', right[j]); j++; }
  }
  return found;
}

// The other wording with what differs marked; plain where too little is alike to speak of one thing.
function differing(one, other) {
  const found = steps(one, other);
  const alike = found.filter(([kind]) => kind === 'same').reduce((sum, [, words]) => sum + words.length, 0);
  if (alike < 3 || 2 * alike < Math.min(wordsOf(one).length, wordsOf(other).length)) return [other];
  return found.flatMap(([kind, words], index) => {
    const text = words.join(' ');
    const node = kind === 'same' ? text : make(kind, {}, text);
    return index ? [' ', node] : [node];
  });
}
