import type { Municipality } from '../content/municipalities/municipality';
import type { Persona, Sample } from '../content/sandbox/sample';
import { STAGE, tryThis } from '../content/sandbox/stage';

/** The stage's municipality and people. */
export interface Shown {
  municipality: Municipality;
  sample: Sample;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as HTML. */
const text = (plain: string): string => plain.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);

const list = (items: readonly string[]): string => items.join('\n');

/** The list of things to try first; words between stars are bold. The script ticks what is done. */
const tryList = ({ municipality, sample }: Shown): string =>
  list(
    tryThis(municipality, sample.tryAs).map(
      (line) =>
        `<li><span>${text(line).replace(/\*(.+?)\*/g, '<b>$1</b>')}</span> <span class="unseen" hidden>${STAGE.done}</span></li>`,
    ),
  );

const moveButtons = (): string =>
  list([
    ...STAGE.clockMoves.map(
      ({ advance, label, spoken }) =>
        `<button type="button" data-advance="${advance}" aria-label="${text(spoken)}">${text(label)}</button>`,
    ),
    `<button type="button" id="next-card" class="main"><span aria-hidden="true">▶ </span>${text(STAGE.nextCard)}</button>`,
  ]);

const bar = ({ municipality, sample }: Shown): string => `<header class="bar">
<span class="mark" aria-hidden="true">${text(sample.look.mark)}</span>
<p class="municipality">${text(municipality.name)}</p>
<h1>${text(STAGE.heading)}</h1>
<p role="status" id="status">${text(STAGE.intro)}</p>
<strong id="now">…</strong>
<div class="moves" role="group" aria-label="${text(STAGE.clockLabel)}">
${moveButtons()}
</div>
<button type="button" id="side-open" aria-expanded="false" aria-controls="side">${text(STAGE.sideOpen)}</button>
</header>`;

const caseBar = (): string => `<section class="case" aria-label="${text(STAGE.caseLabel)}">
<ol id="sections"></ol>
<p id="waiting">${text(STAGE.caseNone)}</p>
</section>`;

const initials = (name: string): string =>
  name
    .split(' ')
    .map((part) => part.slice(0, 1))
    .join('');

const personRow = ({ key, name, who }: Persona): string => `<li>
<button type="button" class="person" data-person="${key}">
<span class="face" aria-hidden="true">${text(initials(name))}</span>
<span class="name">${text(name)}</span>
<span class="who">${text(who)}</span>
<span class="waits" data-waits="${key}"></span>
</button>
<a class="beside" href="/tab?as=${key}" target="_blank" aria-label="${text(STAGE.tab(name))}" title="${text(STAGE.tab(name))}"><span aria-hidden="true">▤</span></a>
<button type="button" class="beside" data-beside="${key}" aria-label="${text(STAGE.beside(name))}" title="${text(STAGE.beside(name))}"><span aria-hidden="true">◫</span></button>
</li>`;

const people = ({ sample }: Shown): string => `<nav class="people" aria-label="${text(STAGE.peopleLabel)}">
<ul>${list(sample.personas.map(personRow))}</ul>
<button type="button" id="tab-open" aria-pressed="false" aria-controls="tab">${text(STAGE.tabBeside)}</button>
<button type="button" id="reset">${text(STAGE.resetOpen)}</button>
</nav>`;

const chat = ({ key, name, who }: Persona, url: string): string => `
<article class="chat hidden" id="chat-${key}" aria-labelledby="name-${key}">
<header>
<h2 id="name-${key}">${text(name)}</h2>
<p class="who">${text(who)}</p>
<p class="note" data-note="${key}"></p>
</header>
<div class="frame">
<iframe src="${text(url)}" title="${text(STAGE.chatOf(name))}"></iframe>
<p class="cover" role="status">${text(STAGE.opening)}</p>
</div>
</article>`;

/** The tab of whoever is in work, in the place of the other chat; loaded when it is asked for. */
const tab = (): string => `
<article class="chat tab hidden" id="tab" aria-labelledby="tab-name">
<header>
<h2 id="tab-name">${text(STAGE.tabTitle)}</h2>
<p class="who" id="tab-who"></p>
</header>
<div class="frame">
<iframe title="${text(STAGE.tabTitle)}"></iframe>
<p class="cover" role="status">${text(STAGE.tabOpening)}</p>
</div>
</article>`;

function chats({ sample }: Shown, urls: readonly string[]): string {
  const shown = sample.personas.flatMap((persona, index) => {
    const url = urls[index];
    return url ? [chat(persona, url)] : [];
  });
  const inside = shown.length > 0 ? list(shown) : `<p>${text(STAGE.noChats)}</p>`;
  return `<section id="chats" aria-label="${text(STAGE.chatsLabel)}">${inside}${tab()}</section>`;
}

const side = (shown: Shown): string => `<aside id="side" aria-label="${text(STAGE.tryHeading)}">
<section class="try" aria-labelledby="try">
<h2 id="try">${text(STAGE.tryHeading)}</h2>
<ol id="tries">
${tryList(shown)}
</ol>
<p id="detour" role="status" hidden></p>
</section>
<section class="tables" aria-labelledby="tables">
<h2 id="tables">${text(STAGE.tablesHeading)}</h2>
<p>${text(STAGE.tablesIntro)}</p>
<ul id="sealed"></ul>
<button type="button" id="show-rows">${text(STAGE.tablesShow)}</button>
</section>
</aside>`;

const columns = (): string =>
  STAGE.tablesColumns.map((column) => `<th scope="col">${text(column)}</th>`).join('');

const rowsDialog = (): string => `<dialog id="rows-dialog" class="wide" aria-labelledby="tables-caption">
<form method="dialog" class="buttons">
<p role="status" id="rows-status"></p>
<button>${text(STAGE.tablesClose)}</button>
</form>
<div id="rows" role="region" aria-labelledby="tables-caption" tabindex="0">
<table>
<caption id="tables-caption">${text(STAGE.tablesCaption)}</caption>
<thead><tr>${columns()}</tr></thead>
<tbody></tbody>
</table>
</div>
</dialog>`;

const resetDialog = (): string => `<dialog id="reset-dialog" aria-labelledby="reset-ask">
<p id="reset-ask">${text(STAGE.resetAsk)}</p>
<form method="dialog" class="buttons">
<button value="no">${text(STAGE.resetNo)}</button>
<button value="yes" class="danger">${text(STAGE.resetYes)}</button>
</form>
</dialog>`;

const colours = ({ sample: { look } }: Shown): string =>
  `<style>:root{--accent:light-dark(${look.light},${look.dark})}</style>`;

/** The page at `/sandbox`, in HTML. `urls`: the chats' addresses, in the order of `personas`. */
export const stagePage = (shown: Shown, urls: readonly string[]): string => `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(STAGE.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox/stage.css">
${colours(shown)}
<script defer src="/sandbox/stage.js"></script>
</head>
<body data-words="${text(JSON.stringify(STAGE.script))}" data-first="${shown.sample.tryAs.victim.key} ${shown.sample.tryAs.firstContact.key}">
${bar(shown)}
${caseBar()}
<main>
${people(shown)}
${chats(shown, urls)}
${side(shown)}
</main>
${rowsDialog()}
${resetDialog()}
</body>
</html>
`;
