import type { BarSettings } from './bar-settings.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Built node by node: pages that are shown forbid HTML from texts (Trusted Types), and styles of others. */
export function element(name: string, look: string, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.className = look;
  made.append(...children);
  return made;
}

/** A line drawing, or filled shapes, in the colour of the text beside it. */
function drawing(look: string, viewBox: string, paths: readonly string[]): SVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('class', look);
  svg.setAttribute('viewBox', viewBox);
  for (const d of paths) {
    const path = document.createElementNS(svgNamespace, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

/** Four bars of a mobile network; crossed out without one. */
export function network(state: BarSettings['network']): SVGElement {
  const all = ['M1 9h3v3H1z', 'M6 7h3v5H6z', 'M11 4h3v8h-3z', 'M16 1h3v11h-3z'];
  if (state === 'off') return drawing('sign', '0 0 20 13', ['M10 1l7 8-2 2-5-5-5 5-2-2z M8 11h4v2H8z']);
  return drawing('sign', '0 0 20 13', state === 'slow' ? all.slice(0, 2) : all);
}

/** As full as it is; whole per cents, so that pictures of one state are the same. */
export function battery(level: number): SVGElement {
  const full = (Math.max(0, Math.min(100, Math.round(level))) * 19) / 100;
  return drawing('sign battery', '0 0 27 13', [
    'M3 0h18a3 3 0 013 3v7a3 3 0 01-3 3H3a3 3 0 01-3-3V3a3 3 0 013-3zM3 1a2 2 0 00-2 2v7a2 2 0 002 2h18a2 2 0 002-2V3a2 2 0 00-2-2z',
    'M25 4.500c2 .500 2 3.500 0 4z',
    `M2.500 2.500h${full}v8h-${full}z`,
  ]);
}

export const signs = {
  lock: 'M7 9V7a4 4 0 018 0v2h1v9H6V9zM9 9h4V7a2 2 0 00-4 0z',
  open: 'M11 3a8 8 0 110 16 8 8 0 010-16zm-1 4v5h2V7zm0 7v2h2v-2z',
  reload: 'M18 4v5h-5l2-2a5 5 0 10.500 6l1.700 1A7 7 0 1116.500 5.500z',
  back: 'M14 4l-8 7 8 7z',
  square: 'M5 5h12v12H5zM7 7v8h8V7z',
  circle: 'M11 4a7 7 0 110 14 7 7 0 010-14zm0 2a5 5 0 100 10 5 5 0 000-10z',
  dots: 'M11 4a1.700 1.700 0 110 3.400A1.700 1.700 0 0111 4zm0 5.300a1.700 1.700 0 110 3.400 1.700 1.700 0 010-3.400zm0 5.300a1.700 1.700 0 110 3.400 1.700 1.700 0 010-3.400z',
  cross: 'M6 5l5 5 5-5 1 1-5 5 5 5-1 1-5-5-5 5-1-1 5-5-5-5z',
} as const;

export function sign(name: keyof typeof signs): SVGElement {
  return drawing('icon', '0 0 22 22', [signs[name]]);
}
