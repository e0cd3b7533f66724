/** Runs in the page: makes a card narrow, and says what is cut there, sticks out, or is a sliver that holds words. */
(card, width) => {
  card.style.setProperty('width', `${width}px`, 'important');
  const { right } = card.getBoundingClientRect();
  const words = (one) => (one.textContent ?? '').trim().slice(0, 60);
  const isHidden = (one) => one.getBoundingClientRect().width <= 1;
  const wrong = (one) => {
    const box = one.getBoundingClientRect();
    const isPressed = one.matches('button, a, [role=button], [role=combobox]');
    return [
      box.right > right + 0.5 && `sticks out: ${words(one)}`,
      isPressed && one.scrollWidth > one.clientWidth + 1 && `is cut: ${words(one)}`,
      isPressed && box.height < 28 && `too low for a thumb: ${words(one)}`,
      one.matches('.ac-columnSet > *') && box.width < 20 && `a sliver: ${words(one)}`,
    ];
  };
  const seen = [...card.querySelectorAll('*')].filter((one) => words(one) !== '' && !isHidden(one));
  return [...new Set(seen.flatMap(wrong).filter(Boolean))];
};
