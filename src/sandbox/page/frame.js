/**
 * Put into a Playground's own page, before its script. On the stage its chat keeps to its frame: a browser that is
 * asked to bring something into view, or to focus it, moves the page around the frame too.
 */

/** Brings an element into view within this page, by no more than needed. */
function reveal(element) {
  for (let box = element.parentElement; box; box = box.parentElement) {
    const isRoot = box === document.documentElement;
    if (!isRoot && getComputedStyle(box).overflowY === 'visible') continue;
    const { top, bottom } = element.getBoundingClientRect();
    const from = isRoot ? 0 : box.getBoundingClientRect().top + box.clientTop;
    const to = from + box.clientHeight;
    if (top < from) box.scrollTop += top - from;
    else if (bottom > to) box.scrollTop += Math.min(bottom - to, top - from);
  }
}

function keepToFrame() {
  const { focus } = HTMLElement.prototype;
  Element.prototype.scrollIntoView = function scrollIntoFrame() {
    reveal(this);
  };
  HTMLElement.prototype.focus = function focusInFrame(options) {
    // Whoever moves by the keyboard must see where they come: that is the browser's to do.
    if (window.event instanceof KeyboardEvent) return focus.call(this, options);
    // A chat that nobody is in takes no focus from where someone is.
    if (!document.hasFocus()) return;
    focus.call(this, { ...options, preventScroll: true });
    if (!options?.preventScroll) reveal(this);
  };
}

/** Tells the stage around it; what is told is no secret, and the stage checks from which frame it came. */
const tell = (what) => window.parent.postMessage(what, '*');

/** Tells when the first card stands in the chat: until then the client's own start page, in English, would be seen. */
function tellWhenReady() {
  const watcher = new MutationObserver(() => {
    if (!document.querySelector('.ac-adaptiveCard')) return;
    watcher.disconnect();
    tell('stage:ready');
  });
  watcher.observe(document, { childList: true, subtree: true });
}

if (window.parent !== window) {
  document.documentElement.classList.add('staged');
  keepToFrame();
  tellWhenReady();
  for (const event of ['pointerdown', 'keydown']) addEventListener(event, () => tell('stage:work'), true);
}
