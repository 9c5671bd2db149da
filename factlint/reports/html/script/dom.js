// Elements are built one by one; a text of an article only ever becomes the text of a node.
const SVG = 'http://www.w3.org/2000/svg';

function put(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false && child !== '') {
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
  return node;
}

function dress(node, facts) {
  for (const [name, value] of Object.entries(facts || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'value') node.value = value;
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  return node;
}

const make = (name, facts, ...children) => put(dress(document.createElement(name), facts), children);
const draw = (name, facts, ...children) => put(dress(document.createElementNS(SVG, name), facts), children);
const find = (selector, root = document) => root.querySelector(selector);

const SHAPES = {
  error: () => draw('path', {d: 'M2 2 L10 10 M10 2 L2 10', fill: 'none', 'stroke-width': 2.6}),
  warning: () => draw('path', {d: 'M6 1.5 L11 10.5 L1 10.5 Z'}),
  note: () => draw('circle', {cx: 6, cy: 6, r: 4, fill: 'none', 'stroke-width': 2}),
};
const sign = (severity) => draw('svg', {class: `sign ${severity}`, viewBox: '0 0 12 12', 'aria-hidden': 'true'}, SHAPES[severity]());

function counted(number, noun, plural) {
  return number === 1 ? `1 ${noun}` : `${number.toLocaleString('en-GB')} ${plural || noun + 's'}`;
}

function cut(text, most) {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= most ? flat : flat.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '').trimEnd() + '…';
}

const quoted = (text) => (/^["“„«‘']/.test(text) ? text : `“${text}”`);

function say(text) {
  // A live region speaks when its text changes: the same words twice need a change between them.
  const region = find('#said');
  region.textContent = region.textContent === text ? text + '\u00a0' : text;
}

// A key means a shortcut only where nobody is typing.
const typing = (target) => target.closest('input, textarea, select, dialog, [contenteditable]') !== null;
