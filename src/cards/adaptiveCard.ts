import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Template } from 'adaptivecards-templating';
import type { View, ViewName } from './view';

/** The neutral words for clients that cannot show the card, and for those that read it aloud. */
export interface NeutralWords {
  fallback: string;
  speak: string;
}

const FOLDER = path.join(__dirname, '..', '..', 'cards');

/** The engine is a seventh of all that a start would load, so it is loaded with the first card. */
function load(name: ViewName): Template {
  const { Template } = require('adaptivecards-templating') as typeof import('adaptivecards-templating');
  return new Template(JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')));
}

/** Built once each: making a template costs 20 times as much as filling it. */
const templates: Partial<Record<ViewName, Template>> = {};

function templateOf(name: ViewName): Template {
  const template = templates[name] ?? load(name);
  templates[name] = template;
  return template;
}

/** Loads all that drawing needs, so that the first press does not wait for it. */
export function warmCards(): void {
  templateOf('card');
  templateOf('line');
}

/**
 * A view as an Adaptive Card 1.5. Expanded once, so that typed text that looks like a template stays text.
 * Templates are layout only: all words come with the view.
 */
export function render(view: View, words: NeutralWords): object {
  return templateOf(view.name).expand({ $root: { ...view.data, words } }) as object;
}
