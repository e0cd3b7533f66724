import type { Municipality } from '../content/municipalities/municipality';
import type { Persona, Sample } from '../content/sandbox/sample';
import { STAGE, tryThis } from '../content/sandbox/stage';

/** The stage's municipality, people and clock. */
export interface Shown {
  municipality: Municipality;
  sample: Sample;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as HTML. */
const text = (plain: string): string => plain.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);

const list = (items: readonly string[]): string => items.join('\n');

/** The list of things to try first; words between stars are bold. */
const tryList = ({ municipality, sample }: Shown): string =>
  list(
    tryThis(municipality, sample.tryAs).map(
      (line) => `<li>${text(line).replace(/\*(.+?)\*/g, '<b>$1</b>')}</li>`,
    ),
  );

const moveButtons = (): string =>
  list([
    ...STAGE.clockMoves.map(
      ({ advance, label }) => `<button type="button" data-advance="${advance}">${text(label)}</button>`,
    ),
    `<button type="button" id="to-next">${text(STAGE.clockToNext)}</button>`,
  ]);

const choice = ({ key, name }: Persona): string =>
  `<label><input type="checkbox" value="${key}" checked> ${text(name)}</label>`;

const chat = ({ key, name, who }: Persona, url: string): string => `
<article class="chat" id="chat-${key}" aria-labelledby="name-${key}">
  <header>
    <h3 id="name-${key}">${text(name)}</h3>
    <p class="who">${text(who)}</p>
    <p class="waits" data-waits="${key}"></p>
  </header>
  <iframe src="${text(url)}" title="${text(STAGE.chatOf(name))}"></iframe>
</article>`;

function chats({ sample }: Shown, urls: readonly string[]): string {
  const shown = sample.personas.flatMap((persona, index) => {
    const url = urls[index];
    return url ? [{ persona, url }] : [];
  });
  if (shown.length === 0) return `<p>${text(STAGE.noChats)}</p>`;
  return `<fieldset id="choose">
<legend>${text(STAGE.chooseHeading)}</legend>
${list(shown.map(({ persona }) => choice(persona)))}
</fieldset>
<p class="note">${text(STAGE.chatsNote)}</p>
<p id="none-shown" hidden>${text(STAGE.noneShown)}</p>
<div id="chats" data-shown="${shown.length}">${list(shown.map(({ persona, url }) => chat(persona, url)))}</div>`;
}

const columns = (): string =>
  STAGE.tablesColumns.map((column) => `<th scope="col">${text(column)}</th>`).join('');

const trySection = (shown: Shown): string => `<section aria-labelledby="try">
<h2 id="try">${text(STAGE.tryHeading)}</h2>
<ol>
${tryList(shown)}
</ol>
</section>`;

const clockSection = (): string => `<section aria-labelledby="clock">
<h2 id="clock">${text(STAGE.clockHeading)}</h2>
<p>${text(STAGE.clockNow)} <strong id="now">…</strong></p>
<p><span data-next hidden>${text(STAGE.clockNext)} <span id="next"></span></span>
<span data-no-next hidden>${text(STAGE.clockNoNext)}</span></p>
<div class="buttons" role="group" aria-label="${text(STAGE.clockLabel)}">
${moveButtons()}
</div>
<p role="status" id="clock-status"></p>
</section>`;

const chatsSection = (
  shown: Shown,
  urls: readonly string[],
): string => `<section aria-labelledby="chats-heading">
<h2 id="chats-heading">${text(STAGE.chatsHeading)}</h2>
${chats(shown, urls)}
</section>`;

const tablesSection = (): string => `<section aria-labelledby="tables">
<h2 id="tables">${text(STAGE.tablesHeading)}</h2>
<p>${text(STAGE.tablesIntro)}</p>
<div class="buttons"><button type="button" id="show-rows">${text(STAGE.tablesShow)}</button></div>
<p role="status" id="rows-status"></p>
</section>`;

/** The table that the script fills with the tables' rows. */
const rowsTable =
  (): string => `<div id="rows" class="rows" role="region" aria-label="${text(STAGE.tablesCaption)}" tabindex="0" hidden>
<table>
<caption>${text(STAGE.tablesCaption)}</caption>
<thead><tr>${columns()}</tr></thead>
<tbody></tbody>
</table>
</div>`;

const resetSection = (): string => `<section aria-labelledby="reset-heading">
<h2 id="reset-heading">${text(STAGE.resetHeading)}</h2>
<p>${text(STAGE.resetIntro)}</p>
<div class="buttons"><button type="button" id="reset">${text(STAGE.resetOpen)}</button></div>
<p role="status" id="reset-status"></p>
</section>`;

const resetDialog = (): string => `<dialog id="reset-dialog" aria-labelledby="reset-ask">
<p id="reset-ask">${text(STAGE.resetAsk)}</p>
<form method="dialog" class="buttons">
<button value="no">${text(STAGE.resetNo)}</button>
<button value="yes" class="danger">${text(STAGE.resetYes)}</button>
</form>
</dialog>`;

const main = (shown: Shown, urls: readonly string[]): string => `<main>
<div class="tools">
${trySection(shown)}
${clockSection()}
</div>
${chatsSection(shown, urls)}
<div class="tools">
${tablesSection()}
${resetSection()}
</div>
${rowsTable()}
${resetDialog()}
</main>`;

/** The page at `/sandbox`, in HTML. `urls`: the chats' addresses, in the order of `personas`. */
export const stagePage = (shown: Shown, urls: readonly string[]): string => `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(STAGE.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox/stage.css">
<script defer src="/sandbox/stage.js"></script>
</head>
<body data-words="${text(JSON.stringify(STAGE.script))}">
<header class="top">
<h1>${text(STAGE.heading)}</h1>
<p>${text(STAGE.intro(shown.sample.personas.length))}</p>
</header>
${main(shown, urls)}
</body>
</html>
`;
