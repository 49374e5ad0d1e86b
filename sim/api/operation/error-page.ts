import type { Language, ServiceError } from '../../errors/index.ts';
import { html, page } from './page.ts';

/** An error for a person: what happened, and what to do. */
export function errorPage(error: ServiceError, language: Language): string {
  return page({
    language,
    title: error.title[language],
    main: html`<h1>${error.title[language]}</h1>
<p>${error.detail[language]}</p>
<p>${error.nextStep[language]}</p>`,
  });
}
