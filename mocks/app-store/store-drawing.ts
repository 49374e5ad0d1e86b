import { escaped } from './html-text.ts';

/** Pictures of the listed apps, drawn: no file has to be fetched. */
const icons: Readonly<Record<string, string>> = {
  wallet:
    '<rect width="120" height="120" fill="#123c69"/><circle cx="96" cy="18" r="44" fill="#1c5791"/><rect x="22" y="38" width="76" height="52" rx="8" fill="#fff"/><path fill="#e9b44c" d="M22 46a8 8 0 018-8h60a8 8 0 018 8v6H22z"/><circle cx="40" cy="66" r="7" fill="#123c69"/><path d="M29 83a11 9 0 0122 0z" fill="#123c69"/><path d="M60 64h28M60 73h28M60 82h17" stroke="#123c69" stroke-width="4" stroke-linecap="round"/>',
  'old-wallet':
    '<rect width="120" height="120" fill="#5a2a82"/><path d="M60 20l34 12v26c0 24-14 36-34 44-20-8-34-20-34-44V32z" fill="#f3e8ff"/><path d="M60 40l6 13 14 2-10 10 2 14-12-7-12 7 2-14-10-10 14-2z" fill="#5a2a82"/>',
};

export function iconOf(app: string): string {
  return `<svg class="icon" viewBox="0 0 120 120" aria-hidden="true">${icons[app] ?? ''}</svg>`;
}

/** Screens of the app as its publisher would show them; the caption tells what is seen. */
export function pictureOf(app: string, index: number, caption: string): string {
  const colour = app === 'wallet' ? '#123c69' : '#5a2a82';
  const inside = [card(colour), letter(colour), code(colour)][index] ?? card(colour);
  return `<svg class="picture" viewBox="0 0 180 320" role="img" aria-label="${escaped(caption)}">
<rect width="180" height="320" rx="18" fill="${colour}"/>
<text x="90" y="44" text-anchor="middle" fill="#fff" font-size="13" font-weight="700">${escaped(caption)}</text>
<rect x="26" y="68" width="128" height="270" rx="20" fill="#0b1626"/><rect x="31" y="73" width="118" height="270" rx="16" fill="#f4f6fb"/>
${inside}</svg>`;
}

function card(colour: string): string {
  return `<rect x="41" y="100" width="98" height="138" rx="10" fill="#fff" stroke="#d4dbe6"/><rect x="41" y="100" width="98" height="24" rx="10" fill="${colour}"/>
<circle cx="90" cy="158" r="17" fill="#c9d6e8"/><path d="M66 196a24 18 0 0148 0z" fill="#c9d6e8"/>
<path d="M58 210h64M66 222h48" stroke="#8fa1ba" stroke-width="5" stroke-linecap="round"/><rect x="41" y="250" width="98" height="26" rx="13" fill="#e9b44c"/>`;
}

function letter(colour: string): string {
  return `<path d="M45 120h90v62H45z" fill="#fff" stroke="#d4dbe6"/><path d="M46 121l44 34 44-34" fill="none" stroke="${colour}" stroke-width="4"/>
<path d="M48 204h84M48 218h64M48 232h74" stroke="#8fa1ba" stroke-width="5" stroke-linecap="round"/><rect x="48" y="250" width="84" height="26" rx="13" fill="${colour}"/>`;
}

function code(colour: string): string {
  const dots = [0, 1, 2, 3, 4, 5, 6].flatMap((y) =>
    [0, 1, 2, 3, 4, 5, 6]
      .filter((x) => (x * 5 + y * 3 + x * y) % 3 === 0)
      .map((x) => `<path d="M${54 + x * 10.5} ${124 + y * 10.5}h9v9h-9z"/>`),
  );
  return `<rect x="44" y="112" width="92" height="96" rx="8" fill="#fff" stroke="#d4dbe6"/><g fill="${colour}">${dots.join('')}</g>
<path d="M60 226h60M68 240h44" stroke="#8fa1ba" stroke-width="5" stroke-linecap="round"/>`;
}
