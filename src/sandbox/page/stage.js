/** The script of the stage, as the browser loads it: no words of its own, they stand in src/content/sandbox/stage.ts. */

const POLL_MS = 2000;
/** A sealed value is shown up to here. */
const SHOWN = 160;

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

/** Runs a button's work and shows in its status line how it goes. Ignores a second press: buttons keep their focus. */
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

let state;

const waitsText = (n) => (n === 0 ? words.waitsNone : n === 1 ? words.waitsOne : counted(words.waitsMany, n));

/** Written only when it differs, so that nobody's selection is lost. */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

async function refresh() {
  state = await ask('/sandbox/state');
  write(byId('now'), state.now.text);
  write(byId('next'), state.next?.text ?? '');
  document.querySelector('[data-next]').hidden = !state.next;
  document.querySelector('[data-no-next]').hidden = Boolean(state.next);
  for (const element of all('[data-waits]')) {
    const count = state.waits[element.dataset.waits];
    element.classList.toggle('some', count > 0);
    write(element, waitsText(count));
  }
}

async function poll() {
  await refresh().catch(() => undefined);
  setTimeout(poll, POLL_MS);
}

const moveClock = (body) =>
  telling('clock-status', words.moving, async () => {
    await ask('/sandbox/clock', body);
    await refresh();
    return words.moved;
  });

/** Moves to the next due time; what is due already is done without moving the clock. */
async function toNext() {
  await refresh().catch(() => undefined);
  if (!state?.next) return;
  const isAhead = Date.parse(state.next.at) > Date.parse(state.now.at);
  await moveClock(isAhead ? { now: state.next.at } : { advance: 'PT0S' });
}

function showChosen() {
  const boxes = all('#choose input');
  const shown = boxes.filter((box) => box.checked).length;
  for (const box of boxes) byId(`chat-${box.value}`).classList.toggle('hidden', !box.checked);
  byId('chats').dataset.shown = shown;
  byId('none-shown').hidden = shown > 0;
}

const shortened = (value) =>
  value.length <= SHOWN ? value : value.slice(0, SHOWN) + counted(words.shortened, value.length);

function rowOf({ table, partitionKey, rowKey, properties }) {
  const row = document.createElement('tr');
  const content = Object.entries(properties).map(([name, value]) => `${name}: ${shortened(value)}`);
  for (const text of [table, partitionKey, rowKey, content.join('\n')]) row.insertCell().textContent = text;
  return row;
}

const showRows = () =>
  telling('rows-status', words.loading, async () => {
    const rows = await ask('/sandbox/rows');
    document.querySelector('#rows tbody').replaceChildren(...rows.map(rowOf));
    byId('rows').hidden = false;
    return counted(words.loaded, rows.length);
  });

/** A Playground that is loaded anew says that the bot was installed, and gets its greeting. */
function reloadChats() {
  for (const frame of all('iframe')) frame.setAttribute('src', frame.getAttribute('src'));
}

const reset = () =>
  telling('reset-status', words.resetting, async () => {
    await ask('/sandbox/reset', { reset: true });
    byId('rows').hidden = true;
    byId('rows-status').textContent = '';
    byId('clock-status').textContent = '';
    reloadChats();
    await refresh();
    return words.reset;
  });

for (const button of all('[data-advance]'))
  button.addEventListener('click', () => moveClock({ advance: button.dataset.advance }));
byId('to-next').addEventListener('click', toNext);
byId('choose')?.addEventListener('change', showChosen);
byId('show-rows').addEventListener('click', showRows);
byId('reset').addEventListener('click', () => {
  byId('reset-dialog').returnValue = '';
  byId('reset-dialog').showModal();
});
byId('reset-dialog').addEventListener('close', () => byId('reset-dialog').returnValue === 'yes' && reset());
// The browser remembers ticks over a reload.
if (byId('choose')) showChosen();
poll();
