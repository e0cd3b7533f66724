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

/** A piece of the page's text: where its lines stand. */
interface Piece {
  setStart(node: Node, at: number): void;
  setEnd(node: Node, at: number): void;
  getClientRects(): Iterable<{ top: number; width: number }>;
}

interface Node {
  nodeValue: string | null;
}

/** The page's own document. */
declare const document: {
  createTreeWalker(root: Part, show: number): { nextNode(): Node | null };
  createRange(): Piece;
};

/**
 * Runs in the page: makes a card narrow, and says what is cut there, sticks out, is too low for a thumb, is a
 * sliver that holds words, or a word that is broken in two.
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
  const broken: string[] = [];
  // 4: text alone.
  const walker = document.createTreeWalker(card, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/[^\s\-–/·]+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].filter((one) => one.width > 1).map(({ top }) => top));
      if (lines.size > 1) broken.push(`is broken in two: ${word}`);
    }
  }
  const isSeen = (one: Part) => words(one) !== '' && one.getBoundingClientRect().width > 1;
  return [...new Set([...[...card.querySelectorAll('*')].filter(isSeen).flatMap(wrong), ...broken])];
}
