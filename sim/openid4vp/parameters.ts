/** How long a wallet may take to answer: a student may have to find the phone first. */
export const openid4vpDefaults = { requestTtlMs: 600_000 };
