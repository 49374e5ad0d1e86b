import { credentialPage } from './credential-page.ts';
import { cutStencils } from './cut-stencils.ts';
import { errorPages } from './error-pages.ts';
import { eventSchema } from './event-schema.ts';
import type { Generator } from './generator.ts';
import { lintPage } from './lint-page.ts';
import { magicPage } from './magic-page.ts';
import { mockedOperations } from './mocked-operations.ts';
import { providerPage } from './provider-page.ts';
import { rosterPage } from './roster-page.ts';
import { scenarioPage } from './scenario-page.ts';
import { scenarioSchemaFile } from './scenario-schema.ts';
import { stepPage } from './step-page.ts';
import { verifierPage } from './verifier-page.ts';

/** Everything that `npm run generate` writes. To add one: a file here that exports a Generator, and its name below. */
export const generators: readonly Generator[] = [
  cutStencils,
  ...errorPages,
  eventSchema,
  scenarioSchemaFile,
  stepPage,
  scenarioPage,
  ...rosterPage,
  credentialPage,
  providerPage,
  lintPage,
  magicPage,
  mockedOperations,
  verifierPage,
];
