import { hash } from 'node:crypto';

/** The page's whole script. It holds no data, stores nothing and asks nothing of any network. */
export const script = `(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  root.classList.add('js');

  const speak = (language) => {
    root.lang = language;
    document.title = language === 'ja' ? root.dataset.titleJa : root.dataset.titleEn;
    for (const button of all('[data-speak]')) button.setAttribute('aria-pressed', String(button.dataset.speak === language));
  };
  for (const button of all('[data-speak]')) button.addEventListener('click', () => speak(button.dataset.speak));

  const filter = (verdict) => {
    for (const part of all('[data-verdict]')) part.hidden = verdict !== 'all' && part.dataset.verdict !== verdict;
    for (const group of all('.scenario, .list > li')) group.hidden = all('[data-verdict]', group).every((part) => part.hidden);
  };
  for (const choice of all('[name=verdict]')) choice.addEventListener('change', () => filter(choice.value));

  const reveal = () => {
    const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    for (let part = target; part !== null; part = part.parentElement) {
      if (part instanceof HTMLDetailsElement) part.open = true;
    }
    if (target !== null) target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  for (const link of all('a[href^="#"]')) link.addEventListener('click', () => setTimeout(reveal));
  reveal();

  for (const button of all('[data-fold]')) {
    button.addEventListener('click', () => {
      const open = button.dataset.fold === 'open';
      for (const part of all('details.cell, details.step')) part.open = open;
    });
  }

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = all('details:not([open], .framed)');
    for (const part of folded) part.open = true;
  });
  addEventListener('afterprint', () => {
    for (const part of folded) part.open = false;
  });
})();
`;

/** https://www.w3.org/TR/CSP3/#grammardef-hash-source */
export function scriptSource(): string {
  return `'sha256-${hash('sha256', script, 'base64')}'`;
}
