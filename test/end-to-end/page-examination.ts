/**
 * What is wrong with a page as it stands: findings of axe, controls without an id, and those too small for a thumb. An
 * expression for `page.evaluate`, behind axe's own source; its value is string[].
 */
export const examination = `(async () => {
  const { violations } = await axe.run(document, { iframes: false, resultTypes: ['violations'] });
  const found = violations.map(({ id, nodes }) => id + ' at ' + nodes.map(({ target }) => target.join(' ')).join(', '));
  const controls = [...document.querySelectorAll('a, button, input, select, summary')].filter((one) => one.checkVisibility());
  for (const control of controls) {
    if (control.dataset.testid === undefined) found.push('no id: ' + control.outerHTML.slice(0, 80));
    const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
    // A link inside a text is as high as its line.
    if (!control.matches('.link') && (width < 44 || height < 44)) found.push('too small: ' + control.dataset.testid + ' ' + width + '×' + height);
  }
  return found;
})()`;
