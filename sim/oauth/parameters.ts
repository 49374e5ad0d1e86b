import type { World } from '../kernel/index.ts';

const minuteMs = 60_000;

/** How long the parts of an authorization live, in virtual time. */
export const oauthDefaults = {
  /** Assumption: how long the page that asks the student may stay open before the client has to ask again. */
  requestTtlMs: 15 * minuteMs,
  /** The most that both allow: https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2, https://www.imsglobal.org/spec/ob/v3p0/#authorization-code-flow */
  codeTtlMs: 10 * minuteMs,
  /** As the specification's examples have it: https://www.imsglobal.org/spec/ob/v3p0/#token-response */
  accessTokenTtlMs: 60 * minuteMs,
  /** Assumption: of each; a refresh gives a new one, so that only a client that stays away for so long asks the student again. */
  refreshTokenTtlMs: 90 * 24 * 60 * minuteMs,
};

export function oauthParameters(world: World): typeof oauthDefaults {
  return world.parameters('oauth', oauthDefaults);
}
