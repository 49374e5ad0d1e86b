/** The colours of a report. Every text colour reaches 4.5 : 1 on the grounds that it stands on (WCAG 2.2, 1.4.3). */
export interface Palette {
  readonly ground: string;
  readonly paper: string;
  readonly sunken: string;
  readonly line: string;
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
  readonly passed: string;
  readonly passedGround: string;
  readonly failed: string;
  readonly failedGround: string;
  readonly unfinished: string;
  readonly unfinishedGround: string;
}

export const lightPalette: Palette = {
  ground: '#f6f5f2',
  paper: '#ffffff',
  sunken: '#f4f5f7',
  line: '#dfe2e6',
  ink: '#1c2430',
  quiet: '#566072',
  accent: '#1d4f91',
  passed: '#17663a',
  passedGround: '#e6f3ea',
  failed: '#a31f17',
  failedGround: '#fdecea',
  unfinished: '#76500a',
  unfinishedGround: '#fbf1da',
};

export const darkPalette: Palette = {
  ground: '#12151a',
  paper: '#1a1f27',
  sunken: '#222834',
  line: '#343c4a',
  ink: '#e7eaef',
  quiet: '#a6b0c0',
  accent: '#8db8f5',
  passed: '#84d6a4',
  passedGround: '#15301f',
  failed: '#ffa49b',
  failedGround: '#3d1b19',
  unfinished: '#f0c674',
  unfinishedGround: '#362a10',
};

/** CSS custom properties: `--passed-ground: #e6f3ea;` */
export function properties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${colour};`)
    .join('');
}
