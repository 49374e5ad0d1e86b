import { html, svg, type TemplateResult } from 'lit';

/** Line drawings on a grid of 24, in the colour of the text beside them. */
const paths = {
  inbox: 'M3 13l3-8h12l3 8v6H3zM3 13h5l1.5 3h5L16 13h5',
  junk: 'M12 3l9 16H3zM12 9v5M12 16.5v.5',
  archive: 'M3 5h18v4H3zM5 9v10h14V9M10 13h4',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  back: 'M15 4l-8 8 8 8',
  forward: 'M9 5l7 7-7 7',
  move: 'M3 6h6l2 2h10v11H3zM9 13.5h7M13 10.5l3 3-3 3',
  restore: 'M4 12a8 8 0 108-8H7M10 1L7 4l3 3',
  check: 'M4 12.5l5 5L20 6.5',
  shield: 'M12 3l8 3v6c0 5-3.500 7.500-8 9-4.500-1.500-8-4-8-9V6zM8.500 12l2.500 2.500 4.500-5',
  link: 'M9 15l6-6M10.500 7l2-2a4.500 4.500 0 016.500 6.500l-2 2M13.500 17l-2 2A4.500 4.500 0 015 12.500l2-2',
  look: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  reload: 'M20 11a8 8 0 10-2 6M20 4v7h-7',
  search: 'M10.500 4a6.500 6.500 0 110 13 6.500 6.500 0 010-13zM15.500 15.500L21 21',
  clip: 'M19 11l-7.500 7.500a4.500 4.500 0 01-6.500-6.500L13 4a3 3 0 014.300 4.300L9.500 16',
} as const;

export type IconName = keyof typeof paths;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${paths[name]} />`}</svg>`;
}
