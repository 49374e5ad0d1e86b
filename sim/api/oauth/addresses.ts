/** Where the authorization server answers, at the wallet's origin. */
export const oauthPaths = {
  register: '/oauth/register',
  authorize: '/oauth/authorize',
  token: '/oauth/token',
  revoke: '/oauth/revoke',
} as const;
