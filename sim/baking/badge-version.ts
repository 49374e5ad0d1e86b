/** Which Open Badges a picture carries: 3.0, or 2.0 as it was before. */
export type BadgeVersion = 'ob3' | 'ob2';

/** Looked for in this order: who carries both is shown as the newer. */
export const badgeVersions: readonly BadgeVersion[] = ['ob3', 'ob2'];
