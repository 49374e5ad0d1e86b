import type { Language, ServiceError } from '../../errors/index.ts';
import { html, type PageApp, page } from './page.ts';

/** Who reads an error, and what they asked for, when that is known. */
export interface ErrorReader {
  readonly language: Language;
  readonly about?: string;
  /** What takes the page over in a browser. */
  readonly app?: PageApp | undefined;
}

/** An error for a person: what they asked for, what happened, and what to do. */
export function errorPage(error: ServiceError, { language, about, app }: ErrorReader): string {
  return page({
    language,
    title: error.title[language],
    app,
    main: html`${
      about === undefined
        ? []
        : html`<p class="about">${about}</p>
`
    }<h1>${error.title[language]}</h1>
<p>${error.detail[language]}</p>
<p class="next">${error.nextStep[language]}</p>`,
  });
}
