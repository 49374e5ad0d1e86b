/** Where the service's mail comes from: the manual, 2-1. */
export const service = 'service@openbadge.net';
