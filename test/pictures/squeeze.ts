/** As much of the DOM as is used here: the program itself has no browser's types. */
interface Part {
  textContent: string | null;
  scrollWidth: number;
  clientWidth: number;
  style: { setProperty(name: string, value: string, priority: string): void };
  getBoundingClientRect(): { right: number; width: number; height: number };
  matches(selector: string): boolean;
  querySelectorAll(selector: string): Iterable<Part>;
}

/**
 * Runs in the page: makes a card narrow, and says what is cut there, sticks out, is too low for a thumb, or is a
 * sliver that holds words.
 */
export function squeeze(card: Part, width: number): string[] {
  card.style.setProperty('width', `${width}px`, 'important');
  const { right } = card.getBoundingClientRect();
  const words = (one: Part) => (one.textContent ?? '').trim().slice(0, 60);
  // The overflow button is the client's own: alone in a row it is 24 px, the least that WCAG 2.2 (2.5.8) allows.
  const lowest = (one: Part): number => (words(one) === '...' ? 24 : 28);
  const wrong = (one: Part): string[] => {
    const box = one.getBoundingClientRect();
    const isPressed = one.matches('button, a, [role=button], [role=combobox]');
    return [
      ...(box.right > right + 0.5 ? [`sticks out: ${words(one)}`] : []),
      ...(isPressed && one.scrollWidth > one.clientWidth + 1 ? [`is cut: ${words(one)}`] : []),
      ...(isPressed && box.height < lowest(one) ? [`too low for a thumb: ${words(one)}`] : []),
      ...(one.matches('.ac-columnSet > *') && box.width < 20 ? [`a sliver: ${words(one)}`] : []),
    ];
  };
  const isSeen = (one: Part) => words(one) !== '' && one.getBoundingClientRect().width > 1;
  return [...new Set([...card.querySelectorAll('*')].filter(isSeen).flatMap(wrong))];
}
