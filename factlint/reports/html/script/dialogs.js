// Questions: each dialog is built when it is asked, and gone when it is answered.
function ask(title, lead, large, ...children) {
  const box = make('dialog', {class: large ? 'large' : null, 'aria-labelledby': 'question'},
    make('h2', {id: 'question'}, title), lead ? make('p', {class: 'lead'}, lead) : null, children);
  const before = document.activeElement;
  box.addEventListener('close', () => { box.remove(); if (before && before.isConnected) before.focus({preventScroll: true}); });
  find('#page').append(box);
  box.showModal();
  return box;
}

const closing = (label = 'Cancel') => make('button', {type: 'button', class: 'bare', onclick: (event) => event.target.closest('dialog').close()}, label);

// A form that stays open, with what is wrong, until the server has said yes.
function form(verb, send, ...fields) {
  const fault = make('p', {class: 'fault', role: 'alert'});
  return make('form', {
    method: 'dialog',
    onsubmit: async (event) => {
      event.preventDefault();
      const values = Object.fromEntries(new FormData(event.target));
      const button = find('button.first', event.target);
      button.disabled = true;
      const wrong = await send(values);
      button.disabled = false;
      if (wrong) fault.textContent = wrong; else event.target.closest('dialog')?.close();
    },
  }, fields, fault, make('div', {class: 'actions'}, closing(), make('button', {type: 'submit', class: 'first'}, verb)));
}

const field = (label, name, facts, hint) => make('label', {}, label, make('input', {name, autocomplete: 'off', ...facts}), hint ? make('small', {}, hint) : null);

function askDismiss(finding) {
  const spots = finding.others.filter((place) => place.role === 'same').length + 1;
  const scopes = [
    ['place', spots > 1 ? `these ${spots} places` : 'this place'], ['article', 'these words in this article'], ['desk', 'these words in every article of the desk'],
  ];
  const box = ask('Dismiss', finding.message, false,
    form('Dismiss', (values) => act('dismiss', {key: finding.key, ...values}, 'Dismissed'),
      field('Why are the words right as they are?', 'reason', {required: true, maxlength: 500, autofocus: true}),
      make('fieldset', {}, make('legend', {}, 'For'), scopes.map(([value, label], index) => make('label', {class: 'choice'},
        make('input', {type: 'radio', name: 'scope', value, checked: index === 0}), label))),
      make('div', {class: 'two'}, field('Who says so', 'by', {value: data.live.user || '', maxlength: 100}),
        field('Holds until', 'until', {type: 'date'}, 'Empty: for good.'))));
  find('input[name=reason]', box).focus();
}

function askMark(finding) {
  if (markOf(finding)) return void act('mark', {key: finding.key, on: false}, 'No longer for the author');
  const box = ask('For the author', finding.message, false,
    form('Mark', (values) => act('mark', {key: finding.key, on: true, ...values}, 'Marked for the author'),
      field('What should the author settle?', 'note', {maxlength: 500}, 'May stay empty.'),
      field('From', 'by', {value: data.live.user || '', maxlength: 100})));
  find('input[name=note]', box).focus();
}

function askName(finding) {
  const hint = finding ? finding.accept[0] : null;
  const apart = hint && hint.different.length ? hint.different : ['', ''];
  const name = hint ? hint.name : finding ? finding.home.text : '';
  const box = ask('Add to the desk’s names', hint ? hint.reason : 'A name that is right as it is, a wrong form of one, or two names that are not one.', false,
    form('Add', (values) => act('add', {...values, place: values.place === 'on'}, 'Added to the desk’s names'),
      field('Right name', 'name', {value: name, maxlength: 200}),
      field('Wrong form of it', 'wrong', {maxlength: 200}, 'Will be reported from now on. May stay empty.'),
      make('label', {class: 'choice'}, make('input', {type: 'checkbox', name: 'place', checked: Boolean(hint && hint.place)}), 'It is a place, in the style of the house'),
      make('div', {class: 'two'}, field('Or: this name', 'one', {value: apart[0], maxlength: 200}), field('is not this one', 'other', {value: apart[1], maxlength: 200}))));
  find(apart[0] ? 'input[name=one]' : 'input[name=name]', box).focus();
}

async function sendPasted(values) {
  const wrong = await act('paste', values, 'Checked');
  if (!wrong) {
    const number = data.articles.findIndex((one) => one.path === data.live.pasted[0]);
    clearFilters();
    location.hash = `#/article/${number}`;
  }
  return wrong;
}

function askPaste() {
  const area = make('textarea', {
    name: 'text', class: 'paste', required: true, 'aria-label': 'The text', placeholder: 'Paste a text, or drop a file here',
    ondragover: (event) => { event.preventDefault(); area.classList.add('drop'); },
    ondragleave: () => area.classList.remove('drop'),
    ondrop: async (event) => {
      const [file] = event.dataTransfer.files;
      area.classList.remove('drop');
      if (!file) return;
      event.preventDefault();
      area.value = await file.text();
      find('input[name=name]', area.closest('form')).value = file.name.replace(/[^\w.-]+/g, '-');
    },
  });
  const box = ask('Check a text', 'It is checked in memory beside the articles here, and stored nowhere unless you save it.', true,
    form('Check', sendPasted, area,
      field('Called', 'name', {value: 'pasted.txt', required: true, maxlength: 80, pattern: '[\\w][\\w .\\-]*\\.(txt|md)'}, 'Ends in .txt or .md.')));
  area.focus();
  return box;
}

function authorList() {
  const some = data.findings.filter((finding) => markOf(finding));
  const groups = new Map();
  for (const finding of some) groups.set(nameOfPlace(finding.home), [...(groups.get(nameOfPlace(finding.home)) || []), finding]);
  const line = (finding) => `${placeText(finding.home)}, ${quoted(cut(finding.home.text, 90).replace(/[,.]$/, ''))}: ${finding.message}`;
  const note = (finding) => markOf(finding).note;
  const text = [...groups].map(([name, found]) => `${name}\n${found.map((one) => `- ${line(one)}${note(one) ? `\n  ${note(one)}` : ''}`).join('\n')}`).join('\n\n');
  ask('For the author', some.length ? `${counted(some.length, 'question')} to settle.` : 'Nothing is marked yet: open a finding and press m.', true,
    make('div', {class: 'authors'}, [...groups].map(([name, found]) => make('section', {}, make('h3', {}, name), make('ul', {}, found.map((one) => make('li', {}, make('p', {}, line(one)), note(one) ? make('p', {}, make('em', {}, note(one))) : null)))))),
    make('div', {class: 'actions'}, closing('Close'), some.length ? [
      make('button', {type: 'button', onclick: () => print()}, 'Print'),
      make('button', {type: 'button', class: 'first', onclick: async () => { await copy(text); }}, 'Copy')] : null));
}

async function copy(text) {
  try { await navigator.clipboard.writeText(text); say('Copied'); } catch { say('The browser does not let this page copy: select the list instead'); }
}

const KEYS = [
  ['j', 'next finding'], ['k', 'finding before'], ['Enter', 'go to the open finding’s slip'], ['/', 'filter'],
  ['1', 'findings'], ['2', 'stories'], ['3', 'overview'], ['t', 'light or dark'], ['Esc', 'close'],
];
const LIVE_KEYS = [['f', 'take the fix'], ['d', 'dismiss'], ['m', 'mark for the author'], ['a', 'add a name'], ['l', 'list for the author'], ['p', 'check a text']];

function help() {
  ask('Keys', null, false, make('dl', {class: 'keys'}, [...KEYS, ...(live() ? LIVE_KEYS : [])].map(([key, what]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, what)])),
    make('div', {class: 'actions'}, closing('Close')));
}
