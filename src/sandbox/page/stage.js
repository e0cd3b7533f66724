/** The script of the stage, as the browser loads it: no words of its own, they stand in src/content/sandbox/stage.ts. */

const POLL_MS = 2000;
/** A sealed value is shown up to here. */
const SHOWN = 160;
/** Lines of sealed rows that are always in sight. */
const IN_SIGHT = 3;

const words = JSON.parse(document.body.dataset.words);
const byId = (id) => document.getElementById(id);
const all = (selector) => [...document.querySelectorAll(selector)];
const counted = (word, n) => word.replace('{n}', n);

async function ask(path, body) {
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(path, body && post);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

/** Runs a button's work and shows in a status line how it goes. Ignores a second press: buttons keep their focus. */
const underWay = new Set();
async function telling(status, before, act) {
  if (underWay.has(status)) return;
  underWay.add(status);
  byId(status).textContent = before;
  try {
    byId(status).textContent = await act();
  } catch {
    byId(status).textContent = words.failed;
  } finally {
    underWay.delete(status);
  }
}

/** Written only when it differs, so that nobody's selection is lost and nothing is read out twice. */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/* The two chats in sight. Whoever is told comes into the one that nobody works in; nothing moves under one's hands. */

const [firstLeft, firstRight] = document.body.dataset.first.split(' ');
const places = { left: firstLeft, right: firstRight };
let work = 'left';
const otherSide = () => (work === 'left' ? 'right' : 'left');

/* The tab of whoever is in work, in the place of the other chat as long as it is asked for. */

let isTabOpen = false;
const tabFrame = byId('tab').querySelector('iframe');
tabFrame.addEventListener('load', () => byId('tab').classList.toggle('ready', tabFrame.hasAttribute('src')));

function placeTab() {
  const box = byId('tab');
  const key = places[work];
  box.classList.toggle('hidden', !isTabOpen);
  for (const name of ['left', 'right']) box.classList.toggle(name, isTabOpen && name === otherSide());
  byId('tab-open').setAttribute('aria-pressed', String(isTabOpen));
  if (!isTabOpen) return;
  write(byId('tab-who'), byId(`name-${key}`)?.textContent ?? '');
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
  const address = `/tab?as=${key}&theme=${theme}`;
  if (tabFrame.getAttribute('src') === address) return;
  box.classList.remove('ready');
  tabFrame.setAttribute('src', address);
}

/** What the clock has changed is fetched anew. */
function reloadTab() {
  if (!isTabOpen) return;
  tabFrame.removeAttribute('src');
  placeTab();
}

function place() {
  for (const chat of all('.chat:not(.tab)')) {
    const key = chat.id.slice('chat-'.length);
    const side = Object.keys(places).find((one) => places[one] === key);
    for (const name of ['left', 'right']) chat.classList.toggle(name, side === name);
    chat.classList.toggle('hidden', !side || (isTabOpen && side !== work));
    chat.classList.toggle('work', side === work);
  }
  for (const button of all('[data-person]'))
    button.setAttribute('aria-pressed', String(places[work] === button.dataset.person));
  placeTab();
}

/** Puts a persona's chat where one works, or beside it; one that is in sight stays where it is. */
function show(key, isBeside, isByItself) {
  const side = Object.keys(places).find((one) => places[one] === key);
  if (!isBeside) {
    if (side) work = side;
    else places[work] = key;
  } else {
    // Whom one wants to see beside takes the tab's place.
    isTabOpen = isTabOpen && isByItself === true;
    if (!side) places[otherSide()] = key;
  }
  place();
  notes();
}

/* The state, asked for every two seconds. */

let state;
let seen;

const waitsText = (n) => (n === 0 ? words.waitsNone : n === 1 ? words.waitsOne : counted(words.waitsMany, n));

function flash(element) {
  element.classList.remove('news');
  // Read, so that the animation begins anew.
  element.getBoundingClientRect();
  element.classList.add('news');
}

function notes() {
  for (const note of all('[data-note]')) {
    const told = state?.told.find(({ key }) => key === note.dataset.note);
    write(note, told ? words.told.replace('{t}', told.text) : '');
  }
}

/** Brings whoever has been told since the last look into the chat that nobody works in. */
function bringTold() {
  const counts = Object.fromEntries(state.told.map(({ key, count }) => [key, count]));
  const newly = seen ? state.told.filter(({ key, count }) => count > (seen[key] ?? 0)) : [];
  seen = counts;
  if (newly.length === 0) return;
  const keys = newly.sort((a, b) => b.at.localeCompare(a.at)).map(({ key }) => key);
  const unseen = keys.filter((key) => key !== places[work]);
  if (unseen.length > 0 && !unseen.includes(places[otherSide()])) show(unseen[0], true, true);
  for (const key of keys) {
    flash(byId(`chat-${key}`) ?? document.body);
    flash(document.querySelector(`[data-person="${key}"]`).parentElement);
  }
  showSealed().catch(() => undefined);
}

function sectionOf({ id, name, state: how, words: said, sign }) {
  const item = document.createElement('li');
  item.className = how;
  item.title = `${id} ${name}: ${said}`;
  const parts = [
    ['b', sign, ''],
    ['span', ` ${id} `, ''],
    ['span', name, 'title'],
    ['span', `, ${said}`, 'unseen'],
  ];
  for (const [tag, text, className] of parts) {
    const part = document.createElement(tag);
    part.textContent = text;
    part.className = className;
    item.append(part);
  }
  return item;
}

let drawn = '';
const emptyCase = byId('waiting').textContent;
function showCase() {
  const now = JSON.stringify(state.case ?? {});
  if (now === drawn) return;
  drawn = now;
  byId('sections').replaceChildren(...(state.case?.sections ?? []).map(sectionOf));
  write(byId('waiting'), state.case?.waiting ?? emptyCase);
}

function showTried() {
  const next = state.tried.indexOf(false);
  for (const [index, line] of [...byId('tries').children].entries()) {
    line.classList.toggle('done', state.tried[index]);
    line.classList.toggle('now', index === next);
    line.lastElementChild.hidden = !state.tried[index];
  }
  byId('detour').hidden = !state.detour;
  write(byId('detour'), state.detour ?? '');
}

async function refresh() {
  state = await ask('/sandbox/state');
  write(byId('now'), state.now.text);
  for (const element of all('[data-waits]')) {
    const count = state.waits[element.dataset.waits];
    element.classList.toggle('some', count > 0);
    write(element, waitsText(count));
  }
  showCase();
  showTried();
  bringTold();
  notes();
}

async function poll() {
  await refresh().catch(() => undefined);
  setTimeout(poll, POLL_MS);
}

const moveClock = (body) =>
  telling('status', words.moving, async () => {
    await ask('/sandbox/clock', body);
    await refresh();
    reloadTab();
    return words.moved;
  });

const toNextCard = () =>
  telling('status', words.searching, async () => {
    const { text } = await ask('/sandbox/next-card', { next: true });
    await refresh();
    reloadTab();
    return text;
  });

/* The tables, as they stand. */

const shortened = (value) =>
  value.length <= SHOWN ? value : value.slice(0, SHOWN) + counted(words.shortened, value.length);

function rowOf({ table, partitionKey, rowKey, properties }) {
  const row = document.createElement('tr');
  const content = Object.entries(properties).map(([name, value]) => `${name}: ${shortened(value)}`);
  for (const text of [table, partitionKey, rowKey, content.join('\n')]) row.insertCell().textContent = text;
  return row;
}

/** The longest value of a row: what is sealed in it. */
const sealedIn = ({ table, properties }) =>
  `${table} ${Object.values(properties).reduce((a, b) => (b.length > a.length ? b : a), '')}`;

async function showSealed() {
  const rows = await ask('/sandbox/rows');
  const order = ['drafts', 'incidents', 'people', 'contacts'];
  const rank = ({ table }) => (order.includes(table) ? order.indexOf(table) : order.length);
  const lines = rows.sort((a, b) => rank(a) - rank(b)).slice(0, IN_SIGHT);
  byId('sealed').replaceChildren(
    ...lines.map((row) => Object.assign(document.createElement('li'), { textContent: sealedIn(row) })),
  );
}

function showRows() {
  byId('rows-dialog').showModal();
  return telling('rows-status', words.loading, async () => {
    const rows = await ask('/sandbox/rows');
    document.querySelector('#rows tbody').replaceChildren(...rows.map(rowOf));
    return counted(words.loaded, rows.length);
  });
}

/** A Playground that is loaded anew says that the bot was installed, and gets its greeting. */
function reloadChats() {
  for (const chat of all('.chat:not(.tab)')) chat.classList.remove('ready');
  for (const frame of all('.chat:not(.tab) iframe')) frame.setAttribute('src', frame.getAttribute('src'));
}

const reset = () =>
  telling('status', words.resetting, async () => {
    await ask('/sandbox/reset', { reset: true });
    Object.assign(places, { left: firstLeft, right: firstRight });
    work = 'left';
    seen = undefined;
    place();
    reloadChats();
    reloadTab();
    await refresh();
    await showSealed();
    return words.reset;
  });

/** A chat says when its first message stands there, and when somebody begins to work in it. */
function fromChat({ source, data }) {
  const frame = all('iframe').find((one) => one.contentWindow === source);
  if (!frame) return;
  const chat = frame.closest('.chat');
  if (data === 'stage:ready') chat.classList.add('ready');
  if (data === 'stage:work') show(chat.id.slice('chat-'.length), false);
}

addEventListener('message', fromChat);
for (const button of all('[data-advance]'))
  button.addEventListener('click', () => moveClock({ advance: button.dataset.advance }));
for (const button of all('[data-person]'))
  button.addEventListener('click', () => {
    openSide(false);
    show(button.dataset.person, false);
  });
for (const button of all('[data-beside]'))
  button.addEventListener('click', () => show(button.dataset.beside, true));
byId('tab-open').addEventListener('click', () => {
  isTabOpen = !isTabOpen;
  place();
});
byId('next-card').addEventListener('click', toNextCard);
byId('show-rows').addEventListener('click', showRows);
byId('reset').addEventListener('click', () => {
  byId('reset-dialog').returnValue = '';
  byId('reset-dialog').showModal();
});
byId('reset-dialog').addEventListener('close', () => byId('reset-dialog').returnValue === 'yes' && reset());

function openSide(isOpen) {
  document.body.classList.toggle('with-side', isOpen);
  byId('side-open').setAttribute('aria-expanded', String(isOpen));
}
byId('side-open').addEventListener('click', () => openSide(!document.body.classList.contains('with-side')));

place();
poll();
showSealed().catch(() => undefined);
