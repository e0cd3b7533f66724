// The browser build: the package's main entry does not load in Node.
const AC = require('adaptivecards/dist/adaptivecards.js');

/** Complaints of the official library about a card at schema 1.5; empty: none. */
export function complaints(card: object): string[] {
  const context = new AC.SerializationContext(AC.Versions.v1_5);
  const parsed = new AC.AdaptiveCard();
  // The library's pattern for `lang` is global and keeps its place between cards: it would refuse every other one.
  AC.CardElement.langProperty.regEx.lastIndex = 0;
  parsed.parse(card, context);
  const events: string[] = [];
  for (let index = 0; index < context.eventCount; index++) events.push(context.getEventAt(index).message);
  for (const event of parsed.validateProperties().validationEvents) events.push(event.message);
  return events;
}
