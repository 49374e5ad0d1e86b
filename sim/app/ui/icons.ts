import { html, svg, type TemplateResult } from 'lit';

/** Line drawings on a grid of 24, in the colour of the text beside them. */
const paths = {
  back: 'M15 4l-8 8 8 8',
  forward: 'M9 5l7 7-7 7',
  check: 'M4 12.5l5 5L20 6.5',
  ring: 'M12 5a7 7 0 110 14 7 7 0 010-14z',
  warn: 'M12 3.500l9.5 16.500h-19zM12 9.500v5M12 17v.5',
  mail: 'M3 5.500h18v13H3zM3.5 6l8.5 7 8.5-7',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3',
  link: 'M9 15l6-6M10.5 7l2-2a4.5 4.5 0 016.5 6.500l-2 2M13.5 17l-2 2A4.5 4.5 0 015 12.500l2-2',
  offline:
    'M3 3l18 18M8.5 15.500a5 5 0 015-1M5 12a10 10 0 014-2.500M15 9.300a10 10 0 014 2.700M2 8.500a15 15 0 014.5-3M11 5a15 15 0 0111 3.500M12 19v.5',
  phone: 'M7 2.500h10v19H7zM11 18.500h2',
  card: 'M2.5 5.500h19v13h-19zM2.5 9.500h19M6 14.500h5',
  person: 'M12 4a4 4 0 110 8 4 4 0 010-8zM4.5 20.500c.5-4 3.5-6 7.5-6s7 2 7.5 6',
  devices: 'M3 5h13v9H3zM1.5 18h11M17 9h5v10h-5z',
  plus: 'M12 5v14M5 12h14',
  leave: 'M10 4H4v16h6M9 12h12M16 7l5 5-5 5',
  reload: 'M20 11a8 8 0 10-2 6M20 4v7h-7',
  eye: 'M2 12c3-5 6.5-7 10-7s7 2 10 7c-3 5-6.5 7-10 7s-7-2-10-7zM12 9a3 3 0 110 6 3 3 0 010-6z',
  hidden:
    'M3 3l18 18M9.5 5.300A9 9 0 0112 5c3.5 0 7 2 10 7a19 19 0 01-3 3.800M6 7.500A17 17 0 002 12c3 5 6.5 7 10 7a9 9 0 004-1',
  store: 'M4 8h16l-1 13H5zM8.5 8a3.5 3.5 0 017 0',
  pen: 'M4 20l1-5L16.5 3.500l4 4L9 19z',
  shield: 'M12 3l8 3v6c0 5-3.5 7.5-8 9-4.5-1.5-8-4-8-9V6zM8.5 12l2.5 2.5 4.5-5',
} as const;

export type IconName = keyof typeof paths;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${paths[name]} />`}</svg>`;
}
